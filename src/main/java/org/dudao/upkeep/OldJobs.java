package org.dudao.upkeep;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What Spring Batch noted of jobs that ended before the moment, but for the last of each:
 * how long its steps took is shown. Its times are those of the machine's zone.
 */
record OldJobs(JdbcTemplate jdbc) implements Removable<Long> {

	private static final String STEPS = " where STEP_EXECUTION_ID in (select STEP_EXECUTION_ID"
			+ " from BATCH_STEP_EXECUTION where JOB_EXECUTION_ID in (:ids))";

	private static final String JOBS = " where JOB_EXECUTION_ID in (:ids)";

	@Override
	public String name() {
		return "JOBS";
	}

	@Override
	public List<Long> before(Instant moment) {
		return this.jdbc.queryForList(
				"""
						select e.JOB_EXECUTION_ID from BATCH_JOB_EXECUTION e where e.END_TIME < ? and e.JOB_EXECUTION_ID not in (
						select max(x.JOB_EXECUTION_ID) from BATCH_JOB_EXECUTION x
						join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = x.JOB_INSTANCE_ID group by i.JOB_NAME)
						order by e.JOB_EXECUTION_ID""",
				Long.class, LocalDateTime.ofInstant(moment, ZoneId.systemDefault()));
	}

	@Override
	public long amount(List<Long> executions) {
		return executions.size();
	}

	@Override
	public void remove(List<Long> executions, Instant now) {
		List<Long> instances = JdbcClient.create(this.jdbc)
			.sql("select JOB_INSTANCE_ID from BATCH_JOB_EXECUTION" + JOBS)
			.param("ids", executions)
			.query(Long.class)
			.list();
		delete("BATCH_STEP_EXECUTION_CONTEXT" + STEPS, executions);
		delete("BATCH_STEP_EXECUTION" + JOBS, executions);
		delete("BATCH_JOB_EXECUTION_CONTEXT" + JOBS, executions);
		delete("BATCH_JOB_EXECUTION_PARAMS" + JOBS, executions);
		delete("BATCH_JOB_EXECUTION" + JOBS, executions);
		delete("BATCH_JOB_INSTANCE where JOB_INSTANCE_ID in (:ids)"
				+ " and JOB_INSTANCE_ID not in (select JOB_INSTANCE_ID from BATCH_JOB_EXECUTION)", instances);
	}

	private void delete(String from, List<Long> ids) {
		JdbcClient.create(this.jdbc).sql("delete from " + from).param("ids", ids).update();
	}

}
