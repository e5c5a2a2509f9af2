package org.dudao.metric;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** How often the database is asked, and what is said when it does not answer. */
class SnapshotsTests {

	private static final Duration QUARTER = Duration.ofSeconds(15);

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger asked = new AtomicInteger();

	private Snapshots snapshots(Measured measured, Duration patience) {
		return new Snapshots(List.of(measured), new JdbcTransactionManager(TestDatabase.H2.fresh().pool()),
				Clock.systemUTC(), this.now::get, new MetricSettings(QUARTER, patience, null));
	}

	private List<Series> answer(Duration took) {
		this.now.addAndGet(took.toNanos());
		return List.of(Series.gauge("asked", "How often").add(this.asked.incrementAndGet()));
	}

	private static Map<String, Double> values(Snapshots snapshots) {
		return snapshots.current()
			.stream()
			.map((series) -> (GaugeSnapshot) series.snapshot())
			.collect(Collectors.toMap((gauge) -> gauge.getMetadata().getName(),
					(gauge) -> gauge.getDataPoints().get(0).getValue()));
	}

	@Test
	void answerIsGoodForAQuarterOfAMinute() {
		try (Snapshots snapshots = snapshots((time) -> answer(Duration.ofMillis(10)), Duration.ofMinutes(1))) {
			assertThat(values(snapshots)).containsEntry("asked", 1.0).containsEntry("dudao_snapshot_success", 1.0);
			this.now.addAndGet(QUARTER.toNanos());
			assertThat(values(snapshots)).containsEntry("asked", 1.0);
			this.now.incrementAndGet();
			assertThat(values(snapshots)).containsEntry("asked", 2.0)
				.containsEntry("dudao_snapshot_duration_seconds", 0.01);
		}
	}

	@Test
	void askingTakesATwentiethOfTheTimeAtMost() {
		try (Snapshots snapshots = snapshots((time) -> answer(Duration.ofSeconds(3)), Duration.ofMinutes(1))) {
			values(snapshots);
			this.now.addAndGet(Duration.ofSeconds(60).toNanos());
			assertThat(values(snapshots)).containsEntry("asked", 1.0);
			this.now.incrementAndGet();
			assertThat(values(snapshots)).containsEntry("asked", 2.0);
		}
	}

	@Test
	void databaseThatFailsIsSaidToAndWhatItSaidLastIsSaidForFiveMinutes() {
		AtomicBoolean broken = new AtomicBoolean();
		try (Snapshots snapshots = snapshots((time) -> {
			if (broken.get()) {
				throw new QueryTimeoutException("broken");
			}
			return answer(Duration.ZERO);
		}, Duration.ofMinutes(1))) {
			values(snapshots);
			broken.set(true);
			this.now.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 0.0).containsEntry("asked", 1.0);
			this.now.incrementAndGet();
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 0.0)
				.containsOnlyKeys("dudao_snapshot_success", "dudao_snapshot_duration_seconds");
		}
	}

	/** The pool gives up after half a minute; ten times that was said to be so. */
	@Test
	void databaseThatIsBackIsSeenAtOnceHoweverLongItWasWaitedFor() {
		AtomicBoolean broken = new AtomicBoolean(true);
		try (Snapshots snapshots = snapshots((time) -> {
			if (broken.get()) {
				this.now.addAndGet(Duration.ofSeconds(30).toNanos());
				throw new QueryTimeoutException("no connection");
			}
			return answer(Duration.ZERO);
		}, Duration.ofMinutes(1))) {
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 0.0)
				.containsEntry("dudao_snapshot_duration_seconds", 30.0);
			broken.set(false);
			this.now.addAndGet(QUARTER.toNanos());
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 0.0);
			this.now.incrementAndGet();
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 1.0).containsEntry("asked", 1.0);
		}
	}

	/** 20 s are good for 400 s. */
	@Test
	void slowDatabaseIsSaidToBeSlowWhileItIsAskedAnew() {
		CountDownLatch hanging = new CountDownLatch(1);
		try (Snapshots snapshots = snapshots((time) -> {
			if (this.asked.get() > 0) {
				awaitQuietly(hanging);
			}
			return answer(Duration.ofSeconds(20));
		}, Duration.ofMillis(200))) {
			assertThat(Stream.generate(() -> values(snapshots)).limit(300)).as("a minute")
				.anyMatch((values) -> values.containsKey("asked"));
			this.now.addAndGet(Duration.ofSeconds(400).toNanos() + 1);
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_duration_seconds", 20.0);
			this.now.addAndGet(Duration.ofSeconds(25).toNanos());
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_duration_seconds", 25.0);
			hanging.countDown();
		}
	}

	/** Such as a name in the database that only a later program knows. */
	@Test
	void whatNobodyExpectedIsAskedForAgain() {
		AtomicBoolean broken = new AtomicBoolean(true);
		try (Snapshots snapshots = snapshots((time) -> {
			if (broken.get()) {
				throw new IllegalArgumentException("unheard of");
			}
			return answer(Duration.ZERO);
		}, Duration.ofMinutes(1))) {
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 0.0);
			broken.set(false);
			this.now.addAndGet(QUARTER.toNanos() + 1);
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 1.0).containsEntry("asked", 1.0);
		}
	}

	@Test
	void databaseThatHangsIsNotWaitedForAndNotAskedTwice() {
		CountDownLatch hanging = new CountDownLatch(1);
		try (Snapshots snapshots = snapshots((time) -> {
			awaitQuietly(hanging);
			return answer(Duration.ZERO);
		}, Duration.ofMillis(50))) {
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 0.0);
			assertThat(values(snapshots)).containsEntry("dudao_snapshot_success", 0.0);
			hanging.countDown();
			assertThat(this.asked.get()).isLessThanOrEqualTo(1);
		}
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
		}
	}

}
