package org.dudao.catalog;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads {@code coverage.yaml} and holds it against the rest of the catalogue. */
final class CoverageReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<Feed> feeds;

	private final List<Parameter> parameters;

	private final List<Indicator> indicators;

	private final List<Rule> rules;

	CoverageReader(Mistakes mistakes, List<Feed> feeds, List<Parameter> parameters, List<Indicator> indicators,
			List<Rule> rules) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.feeds = feeds;
		this.parameters = parameters;
		this.indicators = indicators;
		this.rules = rules;
	}

	Coverage read(Yaml yaml) {
		List<Yaml> requirements = yaml.get("requirements").items();
		this.lookup.unique(requirements.stream().map((requirement) -> requirement.get("id")).toList());
		return new Coverage(requirements.stream().map(this::requirement).toList(),
				yaml.get("figures").items().stream().map(this::figure).toList());
	}

	private Coverage.Requirement requirement(Yaml yaml) {
		known(yaml.get("rules"), "rule", this.rules.stream().map(Rule::name).toList());
		known(yaml.get("indicators"), "indicator", this.indicators.stream().map(Indicator::name).toList());
		known(yaml.get("parameters"), "parameter", this.parameters.stream().map(Parameter::name).toList());
		known(yaml.get("feeds"), "feed", this.feeds.stream().map(Feed::name).toList());
		Yaml notCovered = yaml.get("notCovered");
		boolean covered = List.of("rules", "indicators", "parameters", "feeds")
			.stream()
			.anyMatch((key) -> !yaml.get(key).isMissing());
		if (!covered && notCovered.isMissing()) {
			this.mistakes.add(yaml, "catalog.coverage.reason", yaml.get("id").text());
		}
		return new Coverage.Requirement(yaml.get("id").text(), text(yaml.get("title")), yaml.get("rules").texts(),
				yaml.get("indicators").texts(), yaml.get("parameters").texts(), yaml.get("feeds").texts(),
				text(notCovered));
	}

	private Coverage.Figure figure(Yaml yaml) {
		Yaml name = yaml.get("feed");
		this.lookup.isKnown(name, "feed", this.feeds.stream().map(Feed::name).toList());
		Optional<Feed> feed = this.feeds.stream().filter((each) -> each.name().equals(name.text())).findFirst();
		feed.ifPresent((each) -> known(yaml.get("fields"), "field", each.fields().stream().map(Field::name).toList()));
		Yaml context = yaml.get("context");
		if (name.isMissing() == context.isMissing()) {
			this.mistakes.add(yaml, "catalog.coverage.context", yaml.get("quote").text());
		}
		return new Coverage.Figure(yaml.get("report").text(), yaml.get("quote").text(), name.textOrNull(),
				yaml.get("fields").texts(), text(context));
	}

	private static @Nullable Text text(Yaml yaml) {
		return yaml.isMissing() ? null : Lookup.text(yaml);
	}

	private void known(Yaml names, String kind, List<String> all) {
		names.items().forEach((name) -> this.lookup.isKnown(name, kind, all));
	}

}
