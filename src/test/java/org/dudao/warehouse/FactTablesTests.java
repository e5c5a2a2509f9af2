package org.dudao.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Text;
import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class FactTablesTests {

	private final HikariDataSource pool;

	private final JdbcClient jdbc;

	private final FactTables tables;

	FactTablesTests(TestDatabase database) {
		this.pool = database.fresh().pool();
		this.jdbc = JdbcClient.create(this.pool);
		this.tables = new FactTables(this.jdbc);
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	/** No name in it is a word of either database. */
	@Test
	void makesTheTablesOfTheShippedCatalogueOnce() {
		Catalog shipped = CatalogReader.read(Path.of("jobs"));

		this.tables.migrate(shipped.feeds());
		this.tables.migrate(shipped.feeds());

		assertThat(shipped.feeds()).allSatisfy((
				feed) -> assertThat(this.jdbc.sql("select count(*) from " + feed.table()).query(Integer.class).single())
					.isZero());
	}

	@Test
	void keepsAnswersAsOneAndZeroAndAddsThemUp() {
		Feed feed = feed(FieldType.BOOLEAN);
		this.tables.migrate(List.of(feed));
		insert(feed, 1, 1);
		insert(feed, 2, 0);
		insert(feed, 3, null);
		insert(feed, 4, 1);

		assertThat(this.jdbc.sql("select sum(rooms) from fact_readiness").query(Integer.class).single()).isEqualTo(2);
		assertThat(this.jdbc.sql("select count(rooms) from fact_readiness").query(Integer.class).single()).isEqualTo(3);
	}

	@Test
	void refusesToMakeACountOfWhatWasAnAnswer() {
		this.tables.migrate(List.of(feed(FieldType.BOOLEAN)));

		assertThatThrownBy(() -> this.tables.migrate(List.of(feed(FieldType.INTEGER))))
			.isInstanceOf(DestructiveChange.class);
	}

	private void insert(Feed feed, int line, Integer answer) {
		this.jdbc
			.sql("insert into " + feed.table() + " (submission_id, line, item, region, period, school, rooms) "
					+ "values (1, ?, 0, '420602', 2023, 'a', ?)")
			.params(line, answer)
			.update();
	}

	/** The feed of the intake's tests, its last field of another type. */
	private static Feed feed(FieldType type) {
		Feed feed = CatalogReader.read(Path.of("src/test/resources/intake/jobs")).feed("readiness").orElseThrow();
		List<Field> fields = new ArrayList<>(feed.fields());
		fields.set(feed.indexOf("rooms"), new Field("rooms", type, new Text("Rooms", "教室"), null, List.of(), "rooms",
				Field.Constraints.NONE, null));
		return new Feed(feed.name(), feed.title(), feed.period(), feed.primaryKey(), fields, List.of(),
				feed.acceptance(), feed.layouts(), List.of(), List.of(), feed.totals(), feed.footnotes(),
				feed.seriesBreaks());
	}

}
