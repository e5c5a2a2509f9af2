package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.database.SchemaBehind;
import org.dudao.database.TestDatabase;
import org.dudao.upkeep.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The users of {@code deploy/mysql}, on a real server. */
class LeastPrivilegeTests {

	private static final int NEEDS_OFFICER = 2;

	private static final int FAILED = 3;

	private static GrantedUsers users;

	@TempDir
	private Path root;

	@BeforeAll
	static void install() {
		users = GrantedUsers.of(TestDatabase.MARIADB.fresh());
		assertThatThrownBy(() -> House.own(users.runtime())).hasRootCauseInstanceOf(SchemaBehind.class);
		try (HikariDataSource pool = users.runtime().pool()) {
			assertThat(new JdbcTemplate(pool).queryForList("show tables")).as("nothing was changed").isEmpty();
		}
		Program doctor = Program.start(House.newHome(), users.runtime(), "doctor");
		assertThat(doctor.exitCode()).as(doctor.output()).isEqualTo(FAILED);
		assertThat(doctor.output()).contains("FAULT   Version of the tables: 0", "dudao schema --apply");
		Program apply = Program.start(House.newHome(), users.runtime(), users.migration(), Path.of("jobs"), "schema",
				"--apply");
		assertThat(apply.exitCode()).as(apply.output()).isZero();
		assertThat(apply.output()).contains("create table fact_funding", "Changes of the database");
	}

	@Test
	void runtimeUserRunsAWholeNight() {
		String expected = digest(House.on(TestDatabase.H2));
		try (House house = House.own(users.runtime())) {
			assertThat(digest(house)).isEqualTo(expected);
			assertThat(house.files("outbox")).isNotEmpty();
		}
	}

	private static String digest(House house) {
		Sheets.county().forEach(house::put);
		house.night();
		assertThat(house.inForce()).isNotEmpty();
		return house.digest();
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop table submission", "alter table submission add column note int",
			"create table other (id int)", "truncate table submission", "create index other on submission (state)",
			"drop database %s", "create database other_%s", "grant select on %s.* to 'dudao'@'%%'",
			"set global local_infile = 0", "select * from mysql.user" })
	void runtimeUserMayNot(String statement) {
		try (HikariDataSource pool = users.runtime().pool()) {
			JdbcTemplate template = new JdbcTemplate(pool);
			String sql = String.format(statement, users.database());
			assertThatThrownBy(() -> template.execute(sql)).rootCause().hasMessageContaining("denied");
		}
	}

	@Test
	void doctorFindsTheRightsOfBothAsTheyShouldBe() {
		Program doctor = Program.start(House.newHome(), users.runtime(), users.migration(), Path.of("jobs"), "doctor",
				"--all");
		assertThat(doctor.exitCode()).as("the address of the tests could be better").isEqualTo(NEEDS_OFFICER);
		assertThat(doctor.output()).contains("well    Rights of the user: DELETE, INSERT, SELECT, UPDATE",
				"well    Rights of the user for migrations:", "To be put right: 0");
	}

	@Test
	void passwordsAreReadFromFiles() throws IOException {
		Path password = Files.writeString(this.root.resolve("DUDAO_DB_PASSWORD"), users.runtime().password() + "\n");
		TestDatabase.Connection without = new TestDatabase.Connection(users.runtime().url(), users.runtime().user(),
				"");
		for (Map<String, String> setting : List.of(Map.of("DUDAO_DB_PASSWORD_FILE", password.toString()),
				Map.of("SPRING_CONFIG_IMPORT", "configtree:" + this.root + "/"))) {
			Program status = Program.start(House.newHome(), without, setting, Path.of("jobs"), "status");
			assertThat(status.exitCode()).as(status.output()).isZero();
		}
	}

	/** A failed migration in the history would stop every later start. */
	@Test
	void catalogueWithANewColumnWaitsForTheMigrationUser() throws IOException {
		Path jobs = this.root.resolve("jobs");
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Path feed = jobs.resolve("feeds/teacher-rotation.yaml");
		Files.writeString(feed, Files.readString(feed)
			.replace("  - name: town_to_rural", "  - {name: with_family, type: integer, unit: person, part: rotation,"
					+ " title: {en: With their families, zh: 随迁家属人数}}\n  - name: town_to_rural"));

		Program refused = status(jobs, Map.of());
		assertThat(refused.exitCode()).as(refused.output()).isEqualTo(FAILED);
		assertThat(refused.output()).contains("alter table fact_teacher_rotation add column with_family bigint",
				"dudao schema --apply");
		Program allowed = status(jobs, users.migration());
		assertThat(allowed.exitCode()).as(allowed.output()).isZero();
		Program since = status(jobs, Map.of());
		assertThat(since.exitCode()).as(since.output()).isZero();
	}

	/** Restoring makes the tables; to read them is enough for a backup. */
	@Test
	void runtimeUserBacksUpAndRestoresOnlyWithTheMigrationUser() throws IOException {
		GrantedUsers others = GrantedUsers.of(TestDatabase.MARIADB.fresh());
		String release = "src/test/resources/releases/issue-4.zip";
		Path home = House.newHome();
		Program refused = Program.start(home, others.runtime(), "restore", release);
		assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
		assertThat(refused.output()).contains("Set DUDAO_DB_MIGRATION_USER", "Nothing was changed");
		try (HikariDataSource pool = others.owner().pool()) {
			assertThat(new JdbcTemplate(pool).queryForList("show tables")).isEmpty();
		}
		Program restored = Program.start(home, others.runtime(), others.migration(), Path.of("jobs"), "restore",
				release);
		assertThat(restored.exitCode()).as(restored.output()).isIn(0, NEEDS_OFFICER);
		assertThat(restored.output()).contains("rows were read back", "The tables were brought from schema 17");
		Path file = this.root.resolve("backup.zip");
		Program backup = Program.start(home, others.runtime(), "backup", file.toString());
		assertThat(backup.exitCode()).as(backup.output()).isZero();
		assertThat(Site.look(file).rows()).isPositive();
	}

	private Program status(Path jobs, Map<String, String> more) {
		return Program.start(this.root, users.runtime(), more, jobs, "status");
	}

}
