package org.dudao.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads the files of {@code parameters/}. */
final class ParameterReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final ThresholdReader values;

	private final List<Feed> feeds;

	ParameterReader(Mistakes mistakes, List<Stage> stages, List<Feed> feeds) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.values = new ThresholdReader(mistakes, stages);
		this.feeds = feeds;
	}

	List<Parameter> read(List<Yaml> parameters) {
		this.lookup.unique(parameters.stream().map((yaml) -> yaml.get("parameter")).toList());
		List<Parameter> all = new ArrayList<>();
		parameters.forEach((yaml) -> all.add(read(yaml)));
		return all;
	}

	private Parameter read(Yaml yaml) {
		Yaml name = yaml.get("parameter");
		this.feeds.stream()
			.filter((feed) -> feed.field(name.text()).isPresent())
			.findFirst()
			.ifPresent((feed) -> this.mistakes.add(name, "catalog.parameter.field", name.text(), feed.name()));
		Parameter parameter = new Parameter(name.text(), Lookup.text(yaml.get("title")), yaml.get("unit").text(),
				ClauseReader.read(yaml.get("clauses")), this.values.read(yaml.get("values")));
		if (parameter.clauses().isEmpty() && !parameter.values().isEmpty()) {
			this.mistakes.add(yaml, "catalog.parameter.clauses", parameter.name());
		}
		return parameter;
	}

}
