package org.dudao.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * The moment that a question is about. All tables keep what was in force, and from when
 * to when, so the same question can be asked of any moment; a row counts from
 * {@code recorded_at} on and no longer at {@code superseded_at}.
 *
 * @param moment the moment; null means now
 */
public record AsOf(@Nullable Instant moment) {

	/** As things stand now. */
	public static final AsOf NOW = new AsOf(null);

	private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	private static final DateTimeFormatter LITERAL = DateTimeFormatter
		.ofPattern("'timestamp '''uuuu-MM-dd HH:mm:ss.SSSSSS''");

	/**
	 * The condition that a row is in force: an indicator value or a verdict.
	 * @param alias what the statement calls its table
	 */
	public String live(String alias) {
		return (this.moment == null) ? alias + ".live = 1" : recorded(alias);
	}

	/**
	 * What to select from to have the slots with what is in force in each: feed, part,
	 * region, period, submission_id and facts.
	 */
	public String slots() {
		return (this.moment == null) ? "slot"
				: "(select p.feed, p.part, p.region, p.period, p.submission_id, p.facts from publication p where "
						+ recorded("p") + ")";
	}

	private String recorded(String alias) {
		return until(alias + ".recorded_at") + " and (" + alias + ".superseded_at is null or " + alias
				+ ".superseded_at > " + literal() + ")";
	}

	/**
	 * The condition that something had happened by then.
	 * @param column the column with its time
	 */
	public String until(String column) {
		return (this.moment == null) ? "1 = 1" : column + " <= " + literal();
	}

	/** The moment in SQL, in UTC as all times are kept, for every database alike. */
	public String literal() {
		Instant asked = (this.moment != null) ? this.moment : LAST;
		Instant kept = asked.isBefore(FIRST) ? FIRST : asked.isAfter(LAST) ? LAST : asked;
		return LITERAL.format(LocalDateTime.ofInstant(kept.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
	}

}
