package org.dudao.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.dudao.catalog.Text;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A feed that the bureau sends for all its counties, one file a year, as a plan in
 * {@code plan/} describes it: what each column holds, and which cells are bent so that a
 * rule must find them.
 *
 * @param feed the name of the feed, which the files bear
 * @param form how the files are written
 * @param schoolYears whether the file is named by a school year
 * @param rows what one row is about: counties, stages, schools or items
 * @param stages the stages of the rows, unless they are counties or items
 * @param items what stands in the rows of a county when they are items, by header
 * @param columns the columns, from the left
 * @param bends the cells that are not as the columns say
 * @param breaches the findings that a run must come to
 * @param unjudged the verdicts that cannot be given
 */
record PlannedFeed(String feed, Form form, boolean schoolYears, PlannedRow.About rows, List<String> stages,
		List<Map<String, String>> items, List<PlannedColumn> columns, List<Bend> bends, List<Breach> breaches,
		List<Unjudged> unjudged) {

	private static final Path PLANS = Path.of("src/test/resources/org/dudao/sample/plan");

	private static final Map<String, Form> FORMS = Map.of("GBK_CRLF", Form.GBK_CRLF, "UTF_8_MARKED", Form.UTF_8_MARKED,
			"UTF_8_PLAIN", Form.UTF_8_PLAIN, "UTF_16_TABS", Form.UTF_16_TABS, "BARE_CR", Form.BARE_CR, "SEMICOLONS",
			Form.SEMICOLONS);

	/** All plans, by the name of their file. */
	static List<PlannedFeed> all() {
		try (Stream<Path> files = Files.list(PLANS)) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).sorted().map(PlannedFeed::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file for that year. */
	Sheet of(int year) {
		String period = this.schoolYears ? Written.schoolYear(year, "-") : String.valueOf(year);
		Sheet sheet = new Sheet(County.CITY + "/" + this.feed + "-" + period + ".csv", this.form);
		sheet.header(this.columns.stream().map(PlannedColumn::header).toList());
		List<Bend> unused = new ArrayList<>(this.bends.stream().filter((bend) -> bend.year() == year).toList());
		for (PlannedRow row : PlannedRow.of(this, year)) {
			Map<String, Object> known = row.variables();
			List<String> cells = new ArrayList<>();
			for (PlannedColumn column : this.columns) {
				String cell = column.cell(row, known);
				for (Bend bend : this.bends) {
					String bent = bend.matches(row) ? bend.set().get(column.header()) : null;
					cell = (bent != null) ? bent : cell;
					unused.remove(bend.matches(row) ? bend : null);
				}
				column.remember(cell, known);
				cells.add(cell);
			}
			sheet.data(cells);
		}
		if (!unused.isEmpty()) {
			throw new IllegalArgumentException(this.feed + ": no row in " + year + " for " + unused);
		}
		return sheet;
	}

	private static PlannedFeed read(Path file) {
		Map<String, Object> plan;
		try {
			plan = new Yaml().load(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List<Bend> bends = new ArrayList<>();
		List<Breach> breaches = new ArrayList<>();
		List<Unjudged> unjudged = new ArrayList<>();
		for (Map<String, Object> bent : maps(plan, "bends")) {
			Bend bend = Bend.of(bent);
			bends.add(bend);
			for (Map<String, Object> broken : maps(bent, "breaks")) {
				breaches.add(new Breach(text(broken, "rule", ""), text(broken, "region", bend.county()),
						name(text(broken, "region", bend.county())), bend.year(), text(broken, "stage", ""),
						text(broken, "figures", "")));
			}
			for (Map<String, Object> open : maps(bent, "unjudged")) {
				unjudged.add(new Unjudged(text(open, "rule", ""), text(open, "region", bend.county()),
						Integer.parseInt(text(open, "period", String.valueOf(bend.year()))), text(open, "stage", ""),
						text(open, "cause", ""), new Text(text(open, "en", ""), text(open, "zh", ""))));
			}
		}
		return new PlannedFeed(text(plan, "feed", ""), FORMS.get(text(plan, "form", "UTF_8_MARKED")),
				"school-year".equals(text(plan, "period", "")), PlannedRow.About.valueOf(text(plan, "rows", "")),
				strings(plan, "stages"), maps(plan, "items").stream().map(PlannedFeed::texts).toList(),
				maps(plan, "columns").stream().map(PlannedColumn::of).toList(), bends, breaches, unjudged);
	}

	private static String name(String region) {
		return County.ALL.stream()
			.filter((county) -> county.code().equals(region))
			.map(County::name)
			.findFirst()
			.orElse("襄阳市");
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> maps(Map<String, Object> map, String key) {
		return (List<Map<String, Object>>) map.getOrDefault(key, List.of());
	}

	@SuppressWarnings("unchecked")
	private static List<String> strings(Map<String, Object> map, String key) {
		return (List<String>) map.getOrDefault(key, List.of());
	}

	static String text(Map<String, ?> map, String key, String otherwise) {
		Object value = map.get(key);
		return (value != null) ? value.toString() : otherwise;
	}

	static Map<String, String> texts(Map<String, ?> map) {
		Map<String, String> texts = new LinkedHashMap<>();
		map.forEach((key, value) -> texts.put(key, Objects.toString(value)));
		return texts;
	}

	/**
	 * Cells that are not as the columns say.
	 *
	 * @param county the code of the county
	 * @param year the year
	 * @param stage the stage, or null for every row
	 * @param number the number of the school or item in its county and stage, or null
	 * @param set what stands there instead, by header
	 */
	record Bend(String county, int year, @Nullable String stage, @Nullable Integer number, Map<String, String> set) {

		@SuppressWarnings("unchecked")
		private static Bend of(Map<String, Object> bent) {
			Map<String, Object> set = (Map<String, Object>) bent.getOrDefault("set", Map.of());
			Object stage = bent.get("stage");
			return new Bend(text(bent, "county", ""), (Integer) bent.get("year"),
					(stage != null) ? stage.toString() : null, (Integer) bent.get("number"), texts(set));
		}

		boolean matches(PlannedRow row) {
			Level level = row.level();
			return row.county().code().equals(this.county) && row.year() == this.year
					&& (this.stage == null || level != null && level.stage().equals(this.stage))
					&& (this.number == null || this.number == row.number());
		}

	}

}
