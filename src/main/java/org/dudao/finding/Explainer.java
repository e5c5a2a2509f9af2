package org.dudao.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dudao.catalog.Catalog;
import org.dudao.database.AsOf;
import org.dudao.finding.Explanation.Evidence;
import org.dudao.finding.Explanation.Role;
import org.dudao.indicator.Parameters;
import org.dudao.indicator.Value;
import org.dudao.indicator.Value.Origin;
import org.dudao.indicator.ValueRows;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks from a finding to its verdict, from there to the values, and from those to the
 * lines of the files. What the archived line says is for the caller to read.
 */
public final class Explainer {

	private static final int FACTS = 20;

	private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

	private final JdbcClient jdbc;

	private final ValueRows values;

	private final FindingQuery findings;

	private final FactLines facts;

	private final Catalog catalog;

	private final Regions regions;

	/** Explains the findings in that database. */
	public Explainer(JdbcTemplate jdbc, Catalog catalog, Regions regions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.values = new ValueRows(jdbc);
		this.findings = new FindingQuery(jdbc, catalog, regions);
		this.facts = new FactLines(this.jdbc, catalog, new Parameters(catalog, regions));
		this.catalog = catalog;
		this.regions = regions;
	}

	/** The finding of that number explained as it is now; empty when there is none. */
	public Optional<Explanation> explain(long finding) {
		return explain(finding, null);
	}

	/**
	 * The finding of that number explained.
	 * @param asOf the moment as of which; null means now
	 * @return empty when there is none, or was none then
	 */
	public Optional<Explanation> explain(long finding, @Nullable Instant asOf) {
		Listed listed = this.findings.find(finding, asOf);
		if (listed == null) {
			return Optional.empty();
		}
		Verdict verdict = listed.verdict();
		List<Evidence> evidence = new ArrayList<>();
		if (verdict != null) {
			add(evidence, Role.CURRENT, verdict.left().valueId(), asOf);
			add(evidence, Role.PUBLISHED, verdict.left().publishedId(), asOf);
			add(evidence, Role.THAN_CURRENT, verdict.right().valueId(), asOf);
			add(evidence, Role.THAN_PUBLISHED, verdict.right().publishedId(), asOf);
		}
		return Optional.of(new Explanation(listed, new Events(this.jdbc).of(finding, new AsOf(asOf)), evidence));
	}

	/**
	 * What a value rests on.
	 * @param moment when the values of the regions below are looked at; null means now
	 * @param limit how many lines are listed at most
	 */
	public Evidence evidence(Value value, @Nullable Instant moment, int limit) {
		return evidence(Role.CURRENT, value, (moment != null) ? moment : FOREVER, limit);
	}

	private void add(List<Evidence> evidence, Role role, @Nullable Long valueId, @Nullable Instant asOf) {
		if (valueId != null) {
			evidence.add(evidence(role, this.values.row(valueId), (asOf != null) ? asOf : FOREVER, FACTS));
		}
	}

	private Evidence evidence(Role role, Value value, Instant moment, int limit) {
		if (value.origin() == Origin.REPORTED) {
			return new Evidence(role, value, List.of(), this.facts.of(value, limit));
		}
		if (value.origin() == Origin.COMPUTED) {
			return evidence(role, value, Role.OPERAND,
					this.catalog.indicator(value.key().indicator())
						.map((formula) -> this.values.operands(formula, value))
						.orElse(List.of()),
					moment, limit);
		}
		List<String> children = this.regions.children(value.key().region(), value.key().period())
			.stream()
			.map(Region::code)
			.toList();
		return evidence(role, value, Role.BELOW, this.values.at(value.key(), children, moment), moment, limit);
	}

	private Evidence evidence(Role role, Value value, Role of, List<Value> parts, Instant moment, int limit) {
		int share = Math.max(1, limit / Math.max(1, parts.size()));
		return new Evidence(role, value, parts.stream().map((part) -> evidence(of, part, moment, share)).toList(),
				List.of());
	}

}
