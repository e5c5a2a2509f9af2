package org.dudao.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.database.RowByRow;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One hash of all that is in force: facts, indicator values, verdicts and findings. Two
 * warehouses with the same content have the same digest, whatever their database, the
 * order in which files came and the numbers that rows were given. Times and numbers of
 * submissions are left out; the hash of a fact's file is in. So are all things past:
 * after something was undone the digest is what it was before.
 */
public final class Digest {

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
		BigInteger facts = BigInteger.ZERO;
		for (Feed feed : this.catalog.feeds()) {
			for (String part : feed.parts()) {
				facts = facts.add(sum(feed.name() + "/" + part, facts(feed, part)));
			}
		}
		BigInteger indicators = sum("indicator", """
				select indicator, region, period, stage, basis, figure, numerator, denominator, restated_prior,
				stated_growth, origin, gap, gap_of, stages, covered, expected, covered_regions
				from indicator_value where live = 1""");
		BigInteger findings = sum("verdict", """
				select rule, region, period, stage, basis, outcome, cause, classification, prior,
				growth, source, threshold from verdict where live = 1""").add(sum("finding", """
				select rule, region, period, stage, basis, state from finding where state <> 'CLOSED'"""));
		BigInteger all = facts.add(indicators.multiply(BigInteger.TWO)).add(findings.multiply(BigInteger.valueOf(3)));
		return new Sums(hex(all), hex(facts), hex(indicators), hex(findings));
	}

	private static String facts(Feed feed, String part) {
		String columns = feed.fields()
			.stream()
			.filter((field) -> field.part() == null || field.part().equals(part))
			.map((field) -> "f." + field.name())
			.collect(Collectors.joining(", "));
		return "select " + columns + ", u.sha256, f.line, f.item from slot s join " + feed.table()
				+ " f on f.submission_id = s.submission_id and f.region = s.region and f.period = s.period"
				+ " join submission u on u.id = s.submission_id where s.feed = '" + feed.name() + "' and s.part = '"
				+ part + "'";
	}

	/** Adding up the hashes of the rows makes their order not matter. */
	private BigInteger sum(String kind, String sql) {
		MessageDigest digest = sha256();
		BigInteger[] sum = { BigInteger.ZERO };
		RowByRow.read(this.jdbc, sql, (rs) -> {
			digest.update(kind.getBytes(StandardCharsets.UTF_8));
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
				: (value != null) ? value.toString() : "\u0001";
	}

	private static String hex(BigInteger sum) {
		String digits = sum.mod(MODULUS).toString(16);
		return "0".repeat(64 - digits.length()) + digits;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java has SHA-256", impossible);
		}
	}

	/**
	 * Digests, each of 64 hexadecimal digits.
	 *
	 * @param digest of everything
	 * @param facts of the facts in force
	 * @param indicators of the indicator values
	 * @param findings of the verdicts and findings
	 */
	public record Sums(String digest, String facts, String indicators, String findings) {
	}

}
