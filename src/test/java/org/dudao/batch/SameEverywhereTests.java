package org.dudao.batch;

import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in force does not depend on where it is kept. */
class SameEverywhereTests {

	@Test
	void bothDatabasesComeToTheSameDigest() {
		assertThat(digestOn(TestDatabase.H2)).isEqualTo(digestOn(TestDatabase.MARIADB)).hasSize(64);
	}

	private static String digestOn(TestDatabase database) {
		House house = House.on(database);
		Sheets.county().forEach(house::put);
		house.night();
		assertThat(house.count("slot")).isPositive();
		assertThat(house.openFindings()).isNotEmpty();
		return house.digest();
	}

}
