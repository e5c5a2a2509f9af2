package org.dudao.batch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is done to processes in the middle of a night, and what that night comes to when
 * nothing is done to it. The database is H2 as a server and MariaDB, so that both the
 * processes and the test can reach it.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
abstract class SharedHouseTest {

	static final List<String> SMALL = List.of("420607", "420624", "420625");

	static Outcome undisturbed;

	static House house;

	private static H2Server server;

	@Parameter
	private TestDatabase database;

	@BeforeParameterizedClassInvocation
	static void open(TestDatabase database) {
		if (undisturbed == null) {
			house = House.on(TestDatabase.H2);
			files().forEach(house::put);
			house.night();
			undisturbed = Outcome.of(house);
		}
		if (database == TestDatabase.H2) {
			server = H2Server.start("");
		}
		house = (database == TestDatabase.H2) ? House.own(server.connection()) : House.on(database);
	}

	@AfterParameterizedClassInvocation
	static void close(TestDatabase database) {
		if (database == TestDatabase.H2) {
			house.close();
			server.close();
		}
	}

	/** Nothing is in the database, and all files are in the inbox. */
	@BeforeEach
	void refill() {
		assertThat(house.connection().url()).containsIgnoringCase(this.database == TestDatabase.H2 ? "h2" : "mysql");
		house.empty();
		files().forEach(house::put);
	}

	/** Two counties, a large file, two rivals for one slot and a file to reject. */
	private static Map<String, String> files() {
		Map<String, String> files = new TreeMap<>(Sheets.county());
		SMALL.forEach((county) -> files.put(county + "/small.csv", Sheets.rotation(county, 2024, 100, 12, 3)));
		files.put("420682/large.csv", Sheets.schools("420682", 2024, 5000));
		files.put("420683/rival-a.csv", Sheets.rotation("420683", 2024, 100, 12, 3));
		files.put("420683/rival-b.csv", Sheets.rotation("420683", 2024, 100, 9, 3));
		return files;
	}

	/** What a night came to. */
	record Outcome(String digest, int slots, List<String> states, List<String> corrections) {

		static Outcome of(House house) {
			List<String> states = house.jdbc()
				.sql("select concat(file_name, ' ', state, ' ', facts) from submission order by file_name")
				.query(String.class)
				.list();
			return new Outcome(house.digest(), house.count("slot"), states,
					house.files("outbox").stream().map((name) -> name.replaceFirst("/[0-9]+-", "/")).sorted().toList());
		}

	}

}
