package org.dudao.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.database.AsOf;
import org.dudao.database.RowByRow;
import org.dudao.submission.Archive;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One hash of all that is in force: facts, indicator values, verdicts and findings. Two
 * warehouses with the same content have the same digest, whatever their database, the
 * order in which files came and the numbers that rows were given. Times and numbers of
 * submissions are left out; the hash of a fact's file is in. So are all things past:
 * after something was undone the digest is what it was before.
 */
public final class Digest {

	/** What stands for a cell without a value. */
	public static final String NOTHING = "\u0001";

	private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

	private final JdbcTemplate jdbc;

	private final Catalog catalog;

	/** The digest of that database. */
	public Digest(JdbcTemplate jdbc, Catalog catalog) {
		this.jdbc = jdbc;
		this.catalog = catalog;
	}

	/** What is in force now. */
	public Sums of() {
		return of(null);
	}

	/**
	 * What was in force at a moment: the digest that was printed then by the same
	 * catalogue, when no run was going on.
	 * @param asOf the moment; null means now
	 */
	public Sums of(@Nullable Instant asOf) {
		Map<Part, BigInteger> sums = new EnumMap<>(Part.class);
		queries(new AsOf(asOf)).forEach((query) -> sums.merge(query.part(), sum(query), BigInteger::add));
		BigInteger facts = sums.getOrDefault(Part.FACTS, BigInteger.ZERO);
		BigInteger indicators = sums.getOrDefault(Part.INDICATORS, BigInteger.ZERO);
		BigInteger findings = sums.getOrDefault(Part.VERDICTS, BigInteger.ZERO)
			.add(sums.getOrDefault(Part.FINDINGS, BigInteger.ZERO));
		BigInteger all = facts.add(indicators.multiply(BigInteger.TWO)).add(findings.multiply(BigInteger.valueOf(3)));
		Map<Part, String> parts = new EnumMap<>(Part.class);
		sums.forEach((part, sum) -> parts.put(part, hex(sum)));
		return new Sums(hex(all), hex(facts), hex(indicators), hex(findings), parts);
	}

	/**
	 * The rows of one part: what tells each from the others, and what it says by column.
	 * Only for looking into a difference, since all of them are in the memory at once.
	 * @param asOf the moment; null means now
	 */
	public Map<String, Map<String, String>> rows(Part part, @Nullable Instant asOf) {
		Map<String, Map<String, String>> rows = new TreeMap<>();
		queries(new AsOf(asOf)).stream()
			.filter((query) -> query.part() == part)
			.forEach((query) -> RowByRow.read(this.jdbc, query.sql(), (rs) -> {
				StringBuilder key = new StringBuilder(query.kind());
				Map<String, String> columns = new LinkedHashMap<>();
				for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
					String text = text(rs, i);
					if (i <= query.key()) {
						key.append(text.isEmpty() ? "" : " " + text);
					}
					else {
						columns.put(rs.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), text);
					}
				}
				rows.put(key.toString(), columns);
			}));
		return rows;
	}

	/** Of each the columns that tell one row from another come first. */
	private List<Query> queries(AsOf asOf) {
		List<Query> queries = new ArrayList<>();
		for (Feed feed : this.catalog.feeds()) {
			for (String part : feed.parts()) {
				queries.add(new Query(Part.FACTS, feed.name() + "/" + part, 3, facts(feed, part, asOf)));
			}
		}
		queries.add(new Query(Part.INDICATORS, "indicator", 5, """
				select v.indicator, v.region, v.period, v.stage, v.basis, v.figure, v.numerator, v.denominator,
				v.restated_prior, v.stated_growth, v.origin, v.gap, v.gap_of, v.stages, v.covered, v.expected,
				v.covered_regions from indicator_value v where\s""" + asOf.live("v")));
		queries.add(new Query(Part.VERDICTS, "verdict", 5, """
				select v.rule, v.region, v.period, v.stage, v.basis, v.outcome, v.cause, v.classification, v.prior,
				v.growth, v.source, v.threshold from verdict v where\s""" + asOf.live("v")));
		queries.add(new Query(Part.FINDINGS, "finding", 5, findings(asOf)));
		return queries;
	}

	private static String facts(Feed feed, String part, AsOf asOf) {
		String columns = feed.fields()
			.stream()
			.filter((field) -> field.part() == null || field.part().equals(part))
			.map((field) -> ", f." + field.name())
			.collect(Collectors.joining());
		return "select u.sha256, f.line, f.item" + columns + " from " + asOf.slots() + " s join " + feed.table()
				+ " f on f.submission_id = s.submission_id and f.region = s.region and f.period = s.period"
				+ " join submission u on u.id = s.submission_id where s.feed = '" + feed.name() + "' and s.part = '"
				+ part + "'";
	}

	/**
	 * A finding that is closed is no longer in force; its history tells of it. A waiver
	 * or a deadline is in force where the finding's state comes from it.
	 */
	private static String findings(AsOf asOf) {
		String subject = "select f.rule, f.region, f.period, f.stage, f.basis, ";
		return (asOf.moment() == null)
				? subject + "f.state, s.reason_code, s.until_date from finding f"
						+ " left join finding_statement s on s.id = f.statement_id where f.state <> 'CLOSED'"
				: subject + "e.state, e.reason_code, e.until_date from finding f"
						+ " join finding_event e on e.finding_id = f.id where e.state <> 'CLOSED' and e.id = (select max(x.id) from finding_event x"
						+ " where x.finding_id = f.id and " + asOf.until("x.happened_at") + ")";
	}

	/** Adding up the hashes of the rows makes their order not matter. */
	private BigInteger sum(Query query) {
		MessageDigest digest = Archive.sha256();
		BigInteger[] sum = { BigInteger.ZERO };
		RowByRow.read(this.jdbc, query.sql(), (rs) -> {
			digest.update(query.kind().getBytes(StandardCharsets.UTF_8));
			int columns = rs.getMetaData().getColumnCount();
			for (int i = 1; i <= columns; i++) {
				digest.update((byte) 0);
				digest.update(text(rs, i).getBytes(StandardCharsets.UTF_8));
			}
			sum[0] = sum[0].add(new BigInteger(1, digest.digest()));
		});
		return sum[0];
	}

	private static String text(ResultSet rs, int column) throws SQLException {
		Object value = rs.getObject(column);
		return (value instanceof BigDecimal number) ? number.stripTrailingZeros().toPlainString()
				: (value != null) ? value.toString() : NOTHING;
	}

	private static String hex(BigInteger sum) {
		String digits = sum.mod(MODULUS).toString(16);
		return "0".repeat(64 - digits.length()) + digits;
	}

	/**
	 * What is hashed.
	 *
	 * @param part what it belongs to
	 * @param kind what tells its rows from those of others
	 * @param key how many of its first columns tell one row from another
	 * @param sql what selects the rows
	 */
	private record Query(Part part, String kind, int key, String sql) {
	}

	/** What is in force, by what it is. */
	public enum Part {

		/** Facts of the submissions in force. */
		FACTS,

		/** Indicator values. */
		INDICATORS,

		/** What the rules say of them. */
		VERDICTS,

		/** Findings that are not closed. */
		FINDINGS

	}

	/**
	 * Digests, each of 64 hexadecimal digits.
	 *
	 * @param digest of everything
	 * @param facts of the facts in force
	 * @param indicators of the indicator values
	 * @param findings of the verdicts and findings
	 * @param parts of each part by itself
	 */
	public record Sums(String digest, String facts, String indicators, String findings, Map<Part, String> parts) {
	}

}
