package org.dudao.batch;

import java.nio.file.Path;
import java.time.Duration;

import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How many connections there are for how many workers. */
class PoolTests {

	private static final int WORKERS = 4;

	private static Settings settings(int workers, int pool) {
		return new Settings(Path.of("data"), Path.of("jobs"), workers, Duration.ofSeconds(60), pool, null);
	}

	@ParameterizedTest
	@CsvSource({ "1, 4, 20", "9, 20, 20", "10, 22, 22", "64, 130, 130" })
	void isEnoughForAnyNumberOfWorkersUnlessSomebodySaysOtherwise(int workers, int least, int usual) {
		assertThat(settings(workers, 0).leastPool()).isEqualTo(least);
		assertThat(settings(workers, 0).pool()).isEqualTo(usual);
		assertThat(settings(workers, 3).pool()).isEqualTo(3);
	}

	@Test
	void programDoesNotStartWithTooFew() {
		TestDatabase.Connection database = TestDatabase.H2.fresh();
		assertThatThrownBy(() -> House.own(database, "--dudao.workers=4", "--dudao.pool=9"))
			.hasRootCauseInstanceOf(BadSetting.class)
			.rootCause()
			.isInstanceOfSatisfying(BadSetting.class,
					(bad) -> assertThat(bad.reason().args()).containsExactly("9", "4", "10"));
	}

	/** A thread that found none would fail its file after the time out. */
	@Test
	void leastIsEnoughForANight() {
		int least = settings(WORKERS, 0).leastPool();
		try (House house = House.own(TestDatabase.MARIADB.fresh(), "--dudao.workers=" + WORKERS,
				"--dudao.pool=" + least, "--spring.datasource.hikari.connection-timeout=5000")) {
			Sheets.county().forEach(house::put);
			assertThat(house.night().failed()).isZero();
		}
	}

}
