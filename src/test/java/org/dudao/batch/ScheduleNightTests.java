package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.dudao.catalog.Schedule;
import org.dudao.database.TestDatabase;
import org.dudao.schedule.TestWatch;
import org.dudao.submission.Holder;
import org.dudao.submission.Lease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.scheduling.support.CronExpression;

import static org.assertj.core.api.Assertions.assertThat;

/** A night is due at noon, and it is one o'clock in the morning. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScheduleNightTests {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private static final Holder ELSEWHERE = new Holder("another-host", 1, 1);

	private final House house;

	ScheduleNightTests(TestDatabase database) {
		this.house = House.on(database);
	}

	@BeforeEach
	void fill() {
		this.house.empty();
		this.house.put("420607/rotation.csv", Sheets.rotation("420607", 2024, 100, 12, 3));
	}

	private TestWatch process() {
		return process(this.house.inbox());
	}

	private TestWatch process(Path inbox) {
		return process(inbox, this.house.clock());
	}

	private TestWatch process(Path inbox, Clock clock) {
		return new TestWatch(this.house::part, clock, inbox,
				new Schedule("noon", CronExpression.parse("0 0 12 * * *"), ZoneOffset.UTC, null));
	}

	private TestWatch process(Path inbox, Schedule... schedules) {
		return new TestWatch(this.house::part, this.house.clock(), inbox, schedules);
	}

	private static Schedule atNoon(String name, Path inbox) {
		return new Schedule(name, CronExpression.parse("0 0 12 * * *"), ZoneOffset.UTC, inbox.toString());
	}

	private void at(Instant moment) {
		this.house.clock().set(moment);
	}

	private int runs() {
		return this.house.count("run");
	}

	@Test
	void runsAtItsMomentAndOnce() {
		TestWatch process = process().start();
		process.look();
		assertThat(runs()).isZero();
		at(NOON.minusSeconds(3));
		assertThat(process.look()).isEqualTo(Duration.ofSeconds(3));
		assertThat(runs()).isZero();
		at(NOON);
		process.look();
		process.look();
		assertThat(runs()).isEqualTo(1);
		assertThat(this.house.count("slot")).isPositive();
		assertThat(process.standing().lastDone()).isEqualTo(NOON);
		assertThat(process.standing().nextDue()).isEqualTo(NOON.plus(DAY));
	}

	@Test
	void nightsGoOnWhenAClockThatWasDaysAheadIsPutRight() {
		TestWatch process = process().start();
		Instant wrong = NOON.plus(DAY.multipliedBy(30));
		at(wrong);
		process.look();
		assertThat(runs()).isEqualTo(1);
		at(NOON);
		assertThat(process.standing().undoneSince()).isEqualTo(NOON);
		process.look();
		process.look();
		assertThat(runs()).isEqualTo(2);
		assertThat(process.standing().lastDone()).isEqualTo(NOON);
		at(wrong);
		process.look();
		assertThat(runs()).as("the moment itself, when it comes").isEqualTo(3);
	}

	@Test
	void momentThatAnotherProcessHasDoneIsDone() {
		TestWatch one = process().start();
		TestWatch other = process().start();
		at(NOON);
		one.look();
		other.look();
		process().start().look();
		assertThat(runs()).isEqualTo(1);
		assertThat(other.standing().ended()).isTrue();
	}

	/** In the order of the catalogue, whatever they are called. */
	@Test
	void schedulesThatAreDueAtOnceRunOneAfterTheOtherAndOnceEach() {
		this.house.put("420606/rotation.csv", Sheets.rotation("420606", 2024, 100, 12, 3));
		Path whole = this.house.inbox();
		Path part = whole.resolve("420606");
		TestWatch one = process(whole, atNoon("second-by-name", whole), atNoon("first-by-name", part)).start();
		TestWatch other = process(whole, atNoon("second-by-name", whole), atNoon("first-by-name", part)).start();
		at(NOON);
		one.look();
		other.look();
		one.look();
		assertThat(this.house.jdbc()
			.sql("select s.schedule from schedule_run s where outcome = 'DONE' order by run_id")
			.query(String.class)
			.list()).containsExactly("second-by-name", "first-by-name");
		assertThat(runs()).isEqualTo(2);
		assertThat(this.house.count("schedule_run where attempts = 1")).isEqualTo(2);
		assertThat(this.house.count("submission where attempt = 1")).isEqualTo(this.house.count("submission"))
			.isEqualTo(2);
	}

	/** The slower one has seen that the moment is to be done when the other does it. */
	@Test
	void momentIsLookedUpAgainByWhoHasGotTheLease() {
		TestWatch quick = process().start();
		at(NOON);
		int looks = 2;
		TestWatch slow = process(this.house.inbox(), new CountingClock(this.house.clock(), looks, quick::look));
		slow.look();
		assertThat(quick.standing().ended()).isTrue();
		assertThat(runs()).isEqualTo(1);
	}

	@Test
	void ofMissedMomentsTheLatestIsCaughtUpOnce() {
		process().start();
		at(NOON.plus(DAY.multipliedBy(4)).plusSeconds(60));
		TestWatch process = process().start();
		process.look();
		process.look();
		assertThat(runs()).isEqualTo(1);
		assertThat(process.standing().lastDone()).isEqualTo(NOON.plus(DAY.multipliedBy(4)));
	}

	@Test
	void momentBeforeTheScheduleWasKnownIsNotCaughtUp() {
		at(NOON.plusSeconds(60));
		process().start().look();
		assertThat(runs()).isZero();
	}

	@Test
	void standsByWhileAnotherRunGoesOn() {
		TestWatch process = process().start();
		at(NOON);
		Lease lease = this.house.part(Lease.class);
		long token = lease.acquire(ELSEWHERE);
		process.look();
		assertThat(runs()).isZero();
		assertThat(process.standing().attempts()).isZero();
		lease.release(token);
		process.look();
		assertThat(runs()).isEqualTo(1);
	}

	@Test
	void failureIsToldAndTriedAgainAfterAGrowingPause() throws IOException {
		Path inbox = this.house.home().resolve("not-yet");
		TestWatch process = process(inbox).start();
		at(NOON);
		process.look();
		assertThat(process.standing().fault()).contains("NoSuchFileException").contains("not-yet");
		assertThat(process.standing().retryAt()).isEqualTo(NOON.plusSeconds(60));
		at(NOON.plusSeconds(59));
		process.look();
		assertThat(process.standing().attempts()).isEqualTo(1);
		at(NOON.plusSeconds(60));
		process.look();
		assertThat(process.standing().attempts()).isEqualTo(2);
		assertThat(process.standing().retryAt()).isEqualTo(NOON.plusSeconds(180));
		Files.createDirectories(inbox);
		at(NOON.plusSeconds(180));
		process.look();
		assertThat(process.standing().ended()).isTrue();
		assertThat(process.standing().fault()).isNull();
		assertThat(runs()).isEqualTo(1);
		Files.delete(inbox);
	}

	@Test
	void nightThatFailsUntilTheNextOneIsOvertaken() {
		TestWatch process = process(this.house.home().resolve("never")).start();
		at(NOON);
		process.look();
		at(NOON.plus(DAY));
		process.look();
		assertThat(process.standing().attempts()).isEqualTo(1);
		assertThat(this.house.count("schedule_run where outcome = 'OVERTAKEN'")).isEqualTo(1);
		assertThat(this.house.count("schedule_run where ended_at is null")).isEqualTo(1);
	}

	@Test
	void nightWithAFileThatOurSideCouldNotReadIsRunAgain() {
		TestWatch process = process().start();
		at(NOON);
		Trap.failing(this.house.connection(), "fact_teacher_rotation.line = 2").around(process::look);
		assertThat(process.standing().ended()).isFalse();
		assertThat(process.standing().fault()).contains("1 file");
		at(NOON.plusSeconds(60));
		process.look();
		assertThat(process.standing().ended()).isTrue();
		assertThat(this.house.count("slot")).isPositive();
	}

	@Test
	void whoWasPresumedDeadCannotSayThatItIsDone() {
		TestWatch process = process(this.house.home().resolve("never")).start();
		at(NOON);
		process.look();
		long token = this.house.jdbc()
			.sql("select token from schedule_run where attempts = 1")
			.query(Long.class)
			.single();
		process.sayDone(token - 1);
		assertThat(process.standing().ended()).isFalse();
		process.sayDone(token);
		assertThat(process.standing().ended()).isTrue();
	}

	/** Does something when it is asked that many times. */
	private static final class CountingClock extends Clock {

		private final Clock clock;

		private final Runnable then;

		private int left;

		CountingClock(Clock clock, int times, Runnable then) {
			this.clock = clock;
			this.left = times;
			this.then = then;
		}

		@Override
		public Instant instant() {
			this.left--;
			if (this.left == 0) {
				this.then.run();
			}
			return this.clock.instant();
		}

		@Override
		public ZoneId getZone() {
			return this.clock.getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this.clock.withZone(zone);
		}

	}

}
