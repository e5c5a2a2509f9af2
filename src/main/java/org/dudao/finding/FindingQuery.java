package org.dudao.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.database.AsOf;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Subject;
import org.dudao.indicator.Area;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists findings, as they are or as they stood at some moment. */
public final class FindingQuery {

	private static final String SAME = "v.region = f.region and v.period = f.period and v.rule = f.rule"
			+ " and v.stage = f.stage and v.basis = f.basis";

	private static final Comparator<Listed> ORDER = Comparator.comparing(Listed::subject,
			Comparator.comparing(Subject::region)
				.thenComparing(Subject::period)
				.thenComparing(Subject::rule)
				.thenComparing(Subject::stage)
				.thenComparing(Subject::basis));

	private final JdbcClient jdbc;

	private final Catalog catalog;

	private final Regions regions;

	/** Findings in that database, with the rules and regions that explain them. */
	public FindingQuery(JdbcTemplate jdbc, Catalog catalog, Regions regions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.catalog = catalog;
		this.regions = regions;
	}

	/**
	 * Which findings; null asks for all.
	 *
	 * @param rule the name of the rule
	 * @param region the code of a region; those below it are meant too
	 * @param period the period
	 * @param state where they stand
	 * @param asOf the moment; null means now
	 * @param notEvaluable whether verdicts that are not evaluable are listed too
	 * @param restated whether verdicts that hold only by restating are listed too
	 */
	public record Filter(@Nullable String rule, @Nullable String region, @Nullable Integer period,
			@Nullable State state, @Nullable Instant asOf, boolean notEvaluable, boolean restated) {

		/** All that is open now. */
		public static final Filter OPEN = new Filter(null, null, null, State.OPEN, null, false, false);

		/** The findings alone, in another state. */
		public Filter in(State other) {
			return new Filter(this.rule, this.region, this.period, other, this.asOf, false, false);
		}

	}

	/** The findings that match, by region, period, rule, stage and basis. */
	public List<Listed> find(Filter filter) {
		Stream<Listed> findings = findings(filter, null).stream();
		Stream<Listed> verdicts = (filter.notEvaluable() || filter.restated()) ? verdicts(filter).stream()
				: Stream.of();
		return new SeriesNotes(this.jdbc).noted(Stream.concat(findings, verdicts)
			.filter((listed) -> filter.region() == null
					|| this.regions.isWithin(listed.subject().region(), filter.region(), listed.subject().period()))
			.sorted(ORDER)
			.toList());
	}

	/**
	 * Every verdict in force by these rules in these regions, each with its finding as it
	 * stood then where there is one, by region, rule, stage and basis. It is one
	 * statement however many regions there are.
	 * @param rules names of rules
	 * @param regions codes of regions; those below them are not meant
	 * @param asOf the moment; null means now
	 */
	public List<Listed> judged(Collection<String> rules, Collection<String> regions, int period,
			@Nullable Instant asOf) {
		if (rules.isEmpty() || regions.isEmpty()) {
			return List.of();
		}
		Criteria criteria = new Criteria().in("v.rule", "rules", rules)
			.in("v.region", "regions", regions)
			.equal("v.period", "period", period);
		String inForce = new AsOf(asOf).live("v");
		List<Listed> judged = criteria
			.bind(this.jdbc.sql("select " + FindingRows.COLUMNS + ", v.* from verdict v left join finding f on " + SAME
					+ FindingRows.STATEMENT + " where " + criteria.sql() + " and " + inForce))
			.query((row, number) -> judged(row))
			.list();
		Stream<Listed> then = (asOf != null) ? judged.stream().map(new Past(this.jdbc, asOf)::asItStood)
				: judged.stream();
		return new SeriesNotes(this.jdbc).noted(then.sorted(ORDER).toList());
	}

	/** The finding of that number as it is, or null when there is none. */
	public @Nullable Listed find(long id) {
		return find(id, null);
	}

	/**
	 * The finding of that number as it stood, or null when there was none.
	 * @param asOf the moment; null means now
	 */
	public @Nullable Listed find(long id, @Nullable Instant asOf) {
		List<Listed> found = findings(new Filter(null, null, null, null, asOf, false, false), id);
		return found.isEmpty() ? null : new SeriesNotes(this.jdbc).noted(found).get(0);
	}

	private List<Listed> findings(Filter filter, @Nullable Long id) {
		Instant asOf = filter.asOf();
		Criteria criteria = criteria("f", filter).equal("f.id", "id", id);
		if (asOf == null) {
			criteria.equal("f.state", "state", (filter.state() != null) ? filter.state().name() : null);
		}
		String inForce = new AsOf(asOf).live("v");
		List<Listed> found = criteria
			.bind(this.jdbc.sql("select " + FindingRows.COLUMNS + ", v.* from finding f" + FindingRows.STATEMENT
					+ " left join verdict v on " + SAME + " and " + inForce + " where " + criteria.sql()))
			.query((row, number) -> listed(row))
			.list();
		return (asOf != null) ? new Past(this.jdbc, asOf).of(found, filter.state()) : found;
	}

	private List<Listed> verdicts(Filter filter) {
		Criteria criteria = criteria("v", filter);
		String inForce = new AsOf(filter.asOf()).live("v");
		List<String> kinds = new ArrayList<>();
		if (filter.notEvaluable()) {
			kinds.add("v.outcome = 'NOT_EVALUABLE'");
		}
		if (filter.restated()) {
			kinds.add("v.classification = 'HIDDEN_BY_RESTATING' and v.outcome <> 'BREACH'");
		}
		return criteria
			.bind(this.jdbc.sql("select v.* from verdict v where " + criteria.sql() + " and " + inForce + " and ("
					+ String.join(" or ", kinds) + ")"))
			.query((row, number) -> VerdictRows.verdict(row))
			.list()
			.stream()
			.map((verdict) -> listed(null, Subject.of(verdict), verdict))
			.toList();
	}

	private Criteria criteria(String alias, Filter filter) {
		String region = filter.region();
		Set<String> codes = (region != null) ? Area.of(this.regions, region, periods(filter.period())).codes() : null;
		return new Criteria().equal(alias + ".rule", "rule", filter.rule())
			.equal(alias + ".period", "period", filter.period())
			.in(alias + ".region", "codes", codes);
	}

	private List<Integer> periods(@Nullable Integer period) {
		return (period != null) ? List.of(period)
				: this.jdbc.sql("select distinct period from verdict").query(Integer.class).list();
	}

	private Listed listed(ResultSet row) throws SQLException {
		Finding finding = FindingRows.finding(row, "f_");
		Verdict verdict = (row.getString("outcome") != null) ? VerdictRows.verdict(row) : null;
		return listed(finding, finding.subject(), verdict);
	}

	private Listed judged(ResultSet row) throws SQLException {
		Verdict verdict = VerdictRows.verdict(row);
		Finding finding = (row.getString("f_id") != null) ? FindingRows.finding(row, "f_") : null;
		return listed(finding, Subject.of(verdict), verdict);
	}

	private Listed listed(@Nullable Finding finding, Subject subject, @Nullable Verdict verdict) {
		String name = this.regions.byCode(subject.region(), subject.period())
			.map(Region::name)
			.orElse(subject.region());
		return new Listed(finding, subject, this.catalog.rule(subject.rule()).orElse(null),
				Objects.requireNonNull(name), verdict);
	}

}
