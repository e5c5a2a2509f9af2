package org.dudao.database;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What both kinds of database must do alike for one dialect to serve them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TestDatabaseTests {

	private final TestDatabase database;

	private HikariDataSource pool;

	private JdbcTemplate jdbc;

	TestDatabaseTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.pool = this.database.fresh().pool();
		this.jdbc = new JdbcTemplate(this.pool);
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	@Test
	void answers() {
		assertThat(this.jdbc.queryForObject("select 1", Integer.class)).isEqualTo(1);
	}

	@Test
	void numbersRowsByItself() {
		this.jdbc.execute("create table t (id bigint not null auto_increment primary key, word varchar(20))");
		this.jdbc.update("insert into t (word) values ('a')");
		this.jdbc.update("insert into t (word) values ('b')");
		assertThat(this.jdbc.queryForList("select id from t order by id", Long.class)).containsExactly(1L, 2L);
	}

	@Test
	void keepsMicroseconds() {
		LocalDateTime moment = LocalDateTime.of(2026, 11, 21, 1, 2, 3, 456_789_000);
		this.jdbc.execute("create table t (moment datetime(6) not null)");
		this.jdbc.update("insert into t values (?)", moment);
		assertThat(this.jdbc.queryForObject("select moment from t", LocalDateTime.class)).isEqualTo(moment);
	}

	@Test
	void keepsChineseTextAndTellsCaseApart() {
		this.jdbc.execute("create table t (word varchar(20) not null primary key)");
		List<String> words = List.of("A", "a", "襄阳市襄州区", "𠮷");
		this.jdbc.batchUpdate("insert into t values (?)", words.stream().map((word) -> new Object[] { word }).toList());
		assertThat(this.jdbc.queryForList("select word from t", String.class))
			.containsExactlyInAnyOrderElementsOf(words);
	}

	@Test
	void findsTablesInAnyCaseOfColumns() {
		this.jdbc.execute("create table fact_funding (submission_id bigint not null, `line` int not null)");
		this.jdbc.update("insert into fact_funding values (7, 1)");
		assertThat(this.jdbc.queryForMap("select SUBMISSION_ID from fact_funding")).containsEntry("submission_id", 7L);
	}

	@Test
	void writesBatches() {
		this.jdbc.execute("create table t (id int not null primary key)");
		this.jdbc.batchUpdate("insert into t (id) values (?)",
				IntStream.range(0, 1000).mapToObj((id) -> new Object[] { id }).toList());
		assertThat(this.jdbc.queryForObject("select count(*) from t", Integer.class)).isEqualTo(1000);
	}

	@Test
	void startsEmpty() {
		this.jdbc.execute("create table t (id int)");
		try (HikariDataSource other = this.database.fresh().pool()) {
			assertThat(new JdbcTemplate(other).queryForObject(
					"select count(*) from information_schema.tables where table_name = 't' and table_schema = "
							+ "(select schema())",
					Integer.class))
				.isZero();
		}
	}

}
