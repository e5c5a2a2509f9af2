package org.dudao.upkeep;

import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The numbers that Spring Batch gives its rows. MySQL counts them in tables, H2 in
 * sequences; neither looks at the rows.
 */
final class Counters {

	private static final Map<String, String> COUNTED = Map.of("BATCH_JOB_INSTANCE", "JOB_INSTANCE_ID",
			"BATCH_JOB_EXECUTION", "JOB_EXECUTION_ID", "BATCH_STEP_EXECUTION", "STEP_EXECUTION_ID");

	private final JdbcTemplate jdbc;

	Counters(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Sets each on from the greatest number that is taken. */
	void setOn() {
		boolean tables = new Kept(this.jdbc).all().containsKey("batch_job_instance_seq");
		COUNTED.forEach((table, column) -> {
			long last = Objects.requireNonNull(
					this.jdbc.queryForObject("select coalesce(max(" + column + "), 0) from " + table, Long.class));
			this.jdbc.execute(tables ? "update " + table + "_SEQ set ID = " + last
					: "alter sequence " + table + "_SEQ restart with " + (last + 1));
		});
	}

}
