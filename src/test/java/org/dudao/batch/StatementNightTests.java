package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import org.dudao.database.TestDatabase;
import org.dudao.finding.Finding;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Statement;
import org.dudao.finding.Statements;
import org.dudao.report.Digest;
import org.dudao.report.RunSummary;
import org.dudao.submission.Holder;
import org.dudao.submission.Lease;
import org.dudao.submission.LeaseHeld;
import org.dudao.submission.Publications.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a person said of a finding, through nights, corrections and withdrawals. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StatementNightTests {

	private final TestDatabase database;

	private House house;

	StatementNightTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 100, 9, 3)).night();
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void waiverIsKeptOverAReUploadAndLapsesByAChange() {
		waive(null);
		RunSummary again = this.house.put("420602/again.csv", "再次报送\n" + Sheets.rotation("420602", 2024, 100, 9, 3))
			.night();
		assertThat(this.house.inForce()).contains("teacher-rotation/rotation 420602 2024 again.csv");
		assertThat(again.judged().lapsed()).isZero();
		assertThat(state()).isEqualTo(State.EXPLAINED);

		RunSummary changed = this.house.put("420602/changed.csv", Sheets.rotation("420602", 2024, 100, 8, 3)).night();
		assertThat(changed.judged().lapsed()).isEqualTo(1);
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void aWithdrawalBringsItBackWithTheDigest() {
		waive(LocalDate.of(2027, 6, 30));
		Digest.Sums before = this.house.part(Digest.class).of();
		this.house.put("420602/changed.csv", Sheets.rotation("420602", 2024, 100, 8, 3)).night();
		this.house.put("420602/right.csv", Sheets.rotation("420602", 2024, 100, 15, 5)).night();
		assertThat(state()).isEqualTo(State.CLOSED);

		withdraw("right.csv");
		assertThat(state()).isEqualTo(State.OPEN);
		withdraw("changed.csv");

		assertThat(state()).isEqualTo(State.EXPLAINED);
		assertThat(this.house.part(Digest.class).of()).isEqualTo(before);
	}

	@Test
	void digestTellsAWaiverFromNoneAndOneDayFromAnother() {
		String open = this.house.digest();
		waive(LocalDate.of(2027, 6, 30));
		String explained = this.house.digest();
		waive(LocalDate.of(2027, 7, 1));
		assertThat(this.house.digest()).isNotEqualTo(explained);
		decide((statements) -> statements.reopen(finding(), "a mistake", "li", this.house.clock().instant()));

		assertThat(explained).isNotEqualTo(open);
		assertThat(this.house.digest()).isEqualTo(open);
	}

	@Test
	void itsTimeRunsOutInANightWithoutAnyFile() {
		LocalDate last = LocalDate.now(this.house.clock()).plusDays(1);
		waive(last);
		assertThat(this.house.night().judged().lapsed()).as("on its last day").isZero();
		assertThat(state()).isEqualTo(State.EXPLAINED);

		RunSummary after = this.house.night();

		assertThat(after.judged().lapsed()).isEqualTo(1);
		assertThat(state()).isEqualTo(State.OPEN);
		assertThat(this.house.count("finding_event where event = 'LAPSED' and because = 'TIME'")).isEqualTo(1);
	}

	@Test
	void theDataReopenWhatAPersonClosed() {
		say(new Statement(State.CLOSED, null, "seen", null, "li"));
		assertThat(this.house.openFindings()).isEmpty();

		RunSummary changed = this.house.put("420602/changed.csv", Sheets.rotation("420602", 2024, 100, 8, 3)).night();

		assertThat(changed.judged().reopened()).isEqualTo(1);
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void nothingIsSaidWhileARunIsGoingOn() {
		Lease lease = this.house.part(Lease.class);
		long token = lease.acquire(Holder.here());
		assertThatExceptionOfType(LeaseHeld.class).isThrownBy(() -> waive(null));
		lease.release(token);

		assertThat(this.house.count("finding_statement")).isZero();
		waive(null);
		assertThat(state()).isEqualTo(State.EXPLAINED);
		assertThat(lease.acquire(Holder.here())).as("given back").isPositive();
	}

	@Test
	void whatFailsHalfwayIsNotEntered() {
		Map<String, Object> before = this.house.jdbc().sql("select * from finding").query().singleRow();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.house.part(Deciding.class).decide(() -> {
				this.house.part(Statements.class)
					.enter(finding(), new Statement(State.VERIFIED, null, "seen", null, "li"),
							LocalDate.now(this.house.clock()), this.house.clock().instant());
				throw new IllegalStateException("the power went");
			}));

		assertThat(this.house.count("finding_statement")).isZero();
		assertThat(this.house.jdbc().sql("select * from finding").query().singleRow()).isEqualTo(before);
	}

	private void waive(@Nullable LocalDate until) {
		say(new Statement(State.EXPLAINED, "one-time-funding", "One school only", until, "li"));
	}

	private void say(Statement statement) {
		decide((statements) -> statements.enter(finding(), statement, LocalDate.now(this.house.clock()),
				this.house.clock().instant()));
	}

	private void decide(java.util.function.Function<Statements, Finding> act) {
		this.house.part(Deciding.class).decide(() -> act.apply(this.house.part(Statements.class)));
	}

	private long finding() {
		return this.house.jdbc()
			.sql("select id from finding where rule = 'rotation-at-least-10-percent' and region = '420602'")
			.query(Long.class)
			.single();
	}

	private State state() {
		return State.valueOf(this.house.jdbc()
			.sql("select state from finding where id = ?")
			.param(finding())
			.query(String.class)
			.single());
	}

	private void withdraw(String fileName) {
		this.house.clock().advance(Duration.ofHours(1));
		try {
			this.house.part(Pipeline.class)
				.withdraw(new Withdrawal(this.house.submission(fileName).id(), "wrong year", "officer-7"));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

}
