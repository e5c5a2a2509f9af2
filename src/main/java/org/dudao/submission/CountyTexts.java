package org.dudao.submission;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What counties write themselves into their reports: at any moment one text a region and
 * period.
 */
public final class CountyTexts {

	private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

	private final JdbcClient jdbc;

	/** The texts of that database. */
	public CountyTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Puts a text in the place of the one before.
	 * @param sha256 of its bytes, which the archive holds
	 * @return whether it is another than the one before
	 */
	public boolean receive(String region, int period, String sha256, String fileName, Instant now) {
		if (find(region, period, null).filter((text) -> text.sha256().equals(sha256)).isPresent()) {
			return false;
		}
		this.jdbc
			.sql("update county_text set superseded_at = ? where region = ? and period = ? and superseded_at is null")
			.params(Submissions.utc(now), region, period)
			.update();
		this.jdbc.sql("""
				insert into county_text (region, period, sha256, file_name, received_at) values (?, ?, ?, ?, ?)""")
			.params(region, period, sha256, fileName, Submissions.utc(now))
			.update();
		return true;
	}

	/**
	 * The text of a region for a period.
	 * @param moment the moment as of which it counted; null means now
	 */
	public Optional<CountyText> find(String region, int period, @Nullable Instant moment) {
		return this.jdbc.sql("""
				select sha256, file_name, received_at from county_text where region = :region and period = :period
				and received_at <= :moment and (superseded_at is null or superseded_at > :moment)""")
			.param("region", region)
			.param("period", period)
			.param("moment", Submissions.utc((moment != null) ? moment : FOREVER))
			.query((rs, row) -> new CountyText(rs.getString(1), rs.getString(2),
					rs.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
			.optional();
	}

	/**
	 * A text.
	 *
	 * @param sha256 of its bytes
	 * @param fileName the name it came under
	 * @param receivedAt when it was taken in
	 */
	public record CountyText(String sha256, String fileName, Instant receivedAt) {
	}

}
