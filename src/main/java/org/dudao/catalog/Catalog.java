package org.dudao.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that {@code jobs/} declares, checked whole.
 *
 * @param directory where it was read from
 * @param version the SHA-256 over all its files, in hexadecimal
 * @param stages the stages of education, in order
 * @param regions how the file of regions is to be read
 * @param feeds the feeds by name
 * @param parameters the dated figures by name
 * @param indicators the indicators by name
 * @param rules the rules by name
 * @param scorecards the scorecards by name
 * @param coverage what the catalogue covers, and what not
 */
public record Catalog(Path directory, String version, List<Stage> stages, RegionSource regions, List<Feed> feeds,
		List<Parameter> parameters, List<Indicator> indicators, List<Rule> rules, List<Scorecard> scorecards,
		Coverage coverage) {

	/** The feed of that name. */
	public Optional<Feed> feed(String name) {
		return this.feeds.stream().filter((feed) -> feed.name().equals(name)).findFirst();
	}

	/** The parameter of that name. */
	public Optional<Parameter> parameter(String name) {
		return this.parameters.stream().filter((parameter) -> parameter.name().equals(name)).findFirst();
	}

	/** The indicator of that name. */
	public Optional<Indicator> indicator(String name) {
		return this.indicators.stream().filter((indicator) -> indicator.name().equals(name)).findFirst();
	}

	/** The rule of that name, also one that follows from another. */
	public Optional<Rule> rule(String name) {
		Optional<Rule> own = this.rules.stream().filter((rule) -> rule.name().equals(name)).findFirst();
		return (own.isPresent() || !name.endsWith(Rule.RESTATED)) ? own
				: rule(name.substring(0, name.length() - Rule.RESTATED.length())).flatMap(Rule::restated);
	}

	/** The scorecard of that name. */
	public Optional<Scorecard> scorecard(String name) {
		return this.scorecards.stream().filter((card) -> card.name().equals(name)).findFirst();
	}

	/** The stage of that name. */
	public Optional<Stage> stage(String name) {
		return this.stages.stream().filter((stage) -> stage.name().equals(name)).findFirst();
	}

}
