package org.dudao.deploy;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/**
 * Kubernetes' own types: a field that they do not have is a mistake, which the server
 * would pass over.
 */
final class Kinds {

	private static final String TYPES = Yamls.resource("kubernetes-1.33.schema.json");

	private Kinds() {
	}

	/** What is wrong with an object, beginning with one whose kind is not known. */
	static List<String> mistakes(JsonNode object) {
		String kind = object.get("kind").asString();
		if (!TYPES.contains("\"" + kind + "\": {")) {
			return List.of("no such kind: " + kind);
		}
		String schema = TYPES.replaceFirst("\\{", "{\"\\$ref\": \"#/\\$defs/" + kind + "\",");
		return Yamls.schema(schema, SpecificationVersion.DRAFT_2020_12)
			.validate(object)
			.stream()
			.map(Error::toString)
			.toList();
	}

}
