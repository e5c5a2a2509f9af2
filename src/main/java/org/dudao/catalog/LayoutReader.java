package org.dudao.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads the layouts of a feed and adds the plain one. */
final class LayoutReader {

	private static final String CASE = "{case}";

	private static final Layout PLAIN = new Layout("plain", new Text("One header a field", "每个字段一列"), null, 1,
			List.of(), Map.of(), List.of(), Map.of(), null);

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<Stage> stages;

	private final Map<String, Field> fields = new HashMap<>();

	LayoutReader(Mistakes mistakes, List<Stage> stages, List<Field> fields) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages;
		fields.forEach((field) -> this.fields.put(field.name(), field));
	}

	List<Layout> read(Yaml list) {
		this.lookup.unique(list.items().stream().map((layout) -> layout.get("name")).toList());
		List<Layout> layouts = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			Layout layout = layout(yaml);
			checkDistinct(yaml, layout, layouts);
			layouts.add(layout);
		}
		layouts.add(PLAIN);
		return layouts;
	}

	private Layout layout(Yaml yaml) {
		Yaml name = yaml.get("name");
		if (name.text().equals(PLAIN.name())) {
			this.mistakes.add(name, "catalog.layout.plain");
		}
		Set<String> given = new HashSet<>();
		give(yaml.get("columns"), given);
		Yaml constants = yaml.get("constants");
		give(constants, given);
		constants.entries().forEach((field, value) -> {
			if (isType(field, FieldType.STAGE)) {
				this.lookup.isKnown(value, "stage", stageNames());
			}
		});
		Integer headerRows = yaml.get("headerRows").whole();
		return new Layout(name.text(), Lookup.text(yaml.get("title")), this.lookup.pattern(yaml.get("fileName")),
				(headerRows != null) ? headerRows : 1, yaml.get("require").texts(), yaml.get("columns").textEntries(),
				yaml.get("ignore").texts(), constants.textEntries(), unpivot(yaml.get("unpivot"), given));
	}

	/** Each field named by a key is known and given by one part of the layout only. */
	private void give(Yaml map, Set<String> given) {
		map.keys().forEach((field, at) -> {
			if (this.lookup.isKnown(at, "field", this.fields.keySet()) && !given.add(field)) {
				this.mistakes.add(at, "catalog.layout.twice", field);
			}
		});
	}

	private Layout.@Nullable Unpivot unpivot(Yaml yaml, Set<String> given) {
		if (yaml.isMissing()) {
			return null;
		}
		Yaml field = yaml.get("field");
		boolean known = this.lookup.isKnown(field, "field", this.fields.keySet());
		if (known && this.fields.containsKey(field.text())) {
			if (this.fields.get(field.text()).type().isMeasure()) {
				this.mistakes.add(field, "catalog.layout.dimension", field.text());
			}
			if (!given.add(field.text())) {
				this.mistakes.add(field, "catalog.layout.twice", field.text());
			}
		}
		Yaml cases = yaml.get("cases");
		if (isType(field.text(), FieldType.STAGE)) {
			cases.keys().forEach((stage, at) -> this.lookup.isKnown(at, "stage", stageNames()));
		}
		Yaml regex = yaml.get("pattern");
		if (cases.isMissing() == regex.isMissing()) {
			this.mistakes.add(yaml, "catalog.layout.cases");
		}
		Pattern pattern = this.lookup.pattern(regex);
		if (pattern != null && pattern.matcher("").groupCount() == 0) {
			this.mistakes.add(regex, "catalog.layout.group", regex.text());
		}
		give(yaml.get("columns"), given);
		yaml.get("columns").entries().forEach((column, header) -> {
			if (!header.text().contains(CASE)) {
				this.mistakes.add(header, "catalog.layout.case", column, header.text(), CASE);
			}
		});
		return new Layout.Unpivot(field.text(), cases.textEntries(), pattern, yaml.get("columns").textEntries());
	}

	/** Two layouts that want the same headers must want different file names. */
	private void checkDistinct(Yaml yaml, Layout layout, List<Layout> earlier) {
		for (Layout other : earlier) {
			boolean sameHeaders = plain(layout).equals(plain(other)) && !layout.require().isEmpty();
			boolean sameName = layout.fileName() == null || other.fileName() == null
					|| layout.fileName().pattern().equals(other.fileName().pattern());
			if (sameHeaders && sameName) {
				this.mistakes.add(yaml, "catalog.layout.same", layout.name(), other.name());
			}
		}
	}

	private static Set<String> plain(Layout layout) {
		Set<String> plain = new HashSet<>();
		layout.require().forEach((header) -> plain.add(Headers.plain(header)));
		return plain;
	}

	private boolean isType(String field, FieldType type) {
		return this.fields.containsKey(field) && this.fields.get(field).type() == type;
	}

	private List<String> stageNames() {
		return this.stages.stream().map(Stage::name).toList();
	}

}
