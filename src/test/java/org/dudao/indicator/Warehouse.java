package org.dudao.indicator;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.database.TestDatabase;
import org.dudao.region.Regions;
import org.dudao.warehouse.FactTables;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with the core tables and the fact tables of a small catalogue, and files to
 * put into it. A row of a file is its dimensions in the order of the feed, then
 * {@code field=figure}, {@code field=*} being withheld.
 */
public final class Warehouse implements AutoCloseable {

	public static final Catalog CATALOG = CatalogReader.read(directory());

	public static final Regions REGIONS = Regions.read(CATALOG.regions());

	private final HikariDataSource pool;

	private final JdbcTemplate jdbc;

	private final List<Touched> touched = new ArrayList<>();

	private Instant now = Instant.parse("2026-01-01T00:00:00.123456Z");

	private long submissions;

	public Warehouse(TestDatabase database) {
		this.pool = database.fresh().pool();
		this.jdbc = new JdbcTemplate(this.pool);
		Flyway.configure().dataSource(this.pool).locations("classpath:db/migration/core").load().migrate();
		new FactTables(JdbcClient.create(this.jdbc)).migrate(CATALOG.feeds());
	}

	public JdbcTemplate jdbc() {
		return this.jdbc;
	}

	public Instant now() {
		return this.now;
	}

	/**
	 * Loads a file, which fills every slot that it has figures for; returns its number.
	 */
	public long file(String feedName, String... rows) {
		Feed feed = CATALOG.feed(feedName).orElseThrow();
		long submission = ++this.submissions;
		Set<List<Object>> slots = new HashSet<>();
		List<Field> dimensions = feed.fields().stream().filter((field) -> !field.type().isMeasure()).toList();
		int line = 2;
		for (String row : rows) {
			String[] cells = row.split(" +");
			Map<String, Object> columns = new LinkedHashMap<>(
					Map.of("submission_id", submission, "line", line++, "item", 0));
			for (int i = 0; i < dimensions.size(); i++) {
				columns.put(dimensions.get(i).name(), cells[i]);
			}
			List<String> withheld = new ArrayList<>();
			for (int i = dimensions.size(); i < cells.length; i++) {
				String[] pair = cells[i].split("=");
				if (pair[1].equals("*")) {
					withheld.add(pair[0]);
				}
				else {
					columns.put(pair[0], new BigDecimal(pair[1]));
				}
				String part = feed.field(pair[0]).orElseThrow().part();
				slots.add(List.of(part, column(feed, columns, FieldType.REGION),
						column(feed, columns, FieldType.PERIOD)));
			}
			if (!withheld.isEmpty()) {
				columns.put("suppressed", String.join(",", withheld));
			}
			this.jdbc.update("insert into " + feed.table() + " (" + String.join(", ", columns.keySet()) + ") values ("
					+ "?, ".repeat(columns.size() - 1) + "?)", columns.values().toArray());
		}
		for (List<Object> slot : slots) {
			publish(feedName, String.valueOf(slot.get(0)), String.valueOf(slot.get(1)),
					Integer.parseInt(String.valueOf(slot.get(2))), submission);
		}
		return submission;
	}

	/** Empties all slots of a place. */
	public void withdraw(String feed, String region, int period) {
		this.jdbc.update("delete from slot where feed = ? and region = ? and period = ?", feed, region, period);
		this.touched.add(new Touched(feed, region, period, ++this.submissions));
	}

	/** What was touched since the last call, and a second passes. */
	public List<Touched> touched() {
		List<Touched> all = List.copyOf(this.touched);
		this.touched.clear();
		this.now = this.now.plusSeconds(1);
		return all;
	}

	public Computed compute() {
		List<Touched> all = touched();
		return indicators().compute(all, this.now);
	}

	public Indicators indicators() {
		return new Indicators(this.jdbc, CATALOG, REGIONS);
	}

	/** The value in force as text: {@code value gap}, or {@code none}. */
	public String value(String indicator, String region, int period, String stage) {
		return live(indicator, region, period, stage).map(Warehouse::text).orElse("none");
	}

	public Optional<Value> live(String indicator, String region, int period, String stage) {
		return new ValueRows(this.jdbc).live(List.of(indicator), List.of(new Place(region, period)))
			.stream()
			.filter((value) -> value.key().stage().equals(stage))
			.findFirst();
	}

	@Override
	public void close() {
		this.pool.close();
	}

	private void publish(String feed, String part, String region, int period, long submission) {
		this.jdbc.update("delete from slot where feed = ? and part = ? and region = ? and period = ?", feed, part,
				region, period);
		this.jdbc.update(
				"insert into slot (feed, part, region, period, submission_id, facts)" + " values (?, ?, ?, ?, ?, 0)",
				feed, part, region, period, submission);
		this.touched.add(new Touched(feed, region, period, submission));
	}

	private static Object column(Feed feed, Map<String, Object> columns, FieldType type) {
		return feed.fields()
			.stream()
			.filter((field) -> field.type() == type)
			.map((field) -> columns.get(field.name()))
			.findFirst()
			.orElseThrow();
	}

	private static String text(Value value) {
		BigDecimal figure = value.value();
		String number = (figure != null) ? figure.stripTrailingZeros().toPlainString() : "-";
		return (value.gap() != null) ? number + " " + value.gap() : number;
	}

	private static Path directory() {
		try {
			return Path.of(Warehouse.class.getResource("/finding-catalog/stages.yaml").toURI()).getParent();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
