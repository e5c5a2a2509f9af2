package org.dudao.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reports of sample counties: each figure in them is one that the indicators have.
 */
class ReportTests {

	private static final Pattern FIGURE = Pattern
		.compile("<span class=\"figure\" data-aspect=\"([A-Z]+)\">([^<]*)<sup>(.*?)</sup></span>");

	private static final Pattern NOTE = Pattern
		.compile("<li id=\"note-(\\d+)\" data-indicator=\"([^\"]*)\" data-region=\"([^\"]*)\" data-period=\"([^\"]*)\""
				+ "(?: data-stage=\"([^\"]*)\")?(?: data-basis=\"([^\"]*)\")?>");

	private static final Pattern NUMBER = Pattern.compile("[0-9](?:[0-9,]*[0-9])?(?:\\.[0-9]+)?");

	private static final Map<String, BigDecimal> SCALES = Map.of("亿", new BigDecimal(100000000), "万",
			new BigDecimal(10000), "billion", new BigDecimal(1000000000), "million", new BigDecimal(1000000));

	private static final Map<String, String> PAGES = new HashMap<>();

	@TempDir
	private static Path root;

	private static Terminal terminal;

	@BeforeAll
	static void runANight() {
		terminal = new Terminal(root.resolve("home"));
		terminal.type("nightly", "--inbox", "sample-data/inbox");
	}

	private static byte[] report(String region, String period, String language, String format) throws IOException {
		Path file = root.resolve("report-" + region + "." + format);
		Terminal.Said said = terminal.typeIn(language, "report", "--region", region, "--period", period, "-o",
				file.toString(), "--format", format);
		assertThat(said.err()).isEmpty();
		assertThat(said.code()).isZero();
		return Files.readAllBytes(file);
	}

	/** Each page is written once. */
	private static String page(String region, String period, String language) throws IOException {
		String name = region + period + language;
		String page = PAGES.get(name);
		if (page == null) {
			page = new String(report(region, period, language, "html"), StandardCharsets.UTF_8);
			PAGES.put(name, page);
		}
		return page;
	}

	@ParameterizedTest
	@CsvSource({ "420602, 2024, zh, 100", "420602, 2024, en, 100", "110105, 2025, zh, 6", "420624, 2023, zh, 50",
			"420600, 2024, zh, 50" })
	void everyFigureIsWhatTheIndicatorsHave(String region, int period, String language, int atLeast)
			throws IOException {
		String page = page(region, String.valueOf(period), language);
		Map<List<String>, JsonNode> values = values(region);
		Map<Integer, List<String>> notes = notes(page);
		List<String> seen = new ArrayList<>();
		Matcher figures = FIGURE.matcher(page);
		while (figures.find()) {
			List<List<String>> keys = NUMBER.matcher(figures.group(3).replaceAll("<[^>]*>", ""))
				.results()
				.map(MatchResult::group)
				.map((number) -> notes.get(Integer.valueOf(number)))
				.toList();
			BigDecimal expected = expected(figures.group(1), keys, values);
			assertThat(nearness(figures.group(2), expected)).as(figures.group() + " " + expected).isNotPositive();
			seen.add(figures.group(2));
		}
		assertThat(seen).hasSizeGreaterThanOrEqualTo(atLeast);
	}

	/** What is written less what is meant, beyond half of the last digit written. */
	private static BigDecimal nearness(String written, BigDecimal expected) {
		String number = NUMBER.matcher(written).results().findFirst().orElseThrow().group().replace(",", "");
		BigDecimal scale = SCALES.entrySet()
			.stream()
			.filter((entry) -> written.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(BigDecimal.ONE);
		BigDecimal figure = new BigDecimal(number);
		BigDecimal half = BigDecimal.ONE.movePointLeft(figure.scale())
			.divide(new BigDecimal("1.999"), 10, RoundingMode.UP);
		return figure.subtract(expected.divide(scale, MathContext.DECIMAL64)).abs().subtract(half);
	}

	private static BigDecimal expected(String aspect, List<List<String>> keys, Map<List<String>, JsonNode> values) {
		JsonNode value = values.get(keys.get(0));
		BigDecimal prior = prior(keys.get(0), value, values);
		return switch (aspect) {
			case "VALUE" -> figure(value, "value");
			case "PRIOR" -> prior;
			case "GROWTH" -> growth(value, prior).abs();
			case "INCREASE" -> (prior != null) ? figure(value, "value").subtract(prior).abs()
					: figure(value, "value").multiply(growth(value, null))
						.divide(growth(value, null).add(BigDecimal.valueOf(100)), MathContext.DECIMAL64)
						.abs();
			case "GAP" -> growth(value, prior)
				.subtract(growth(values.get(keys.get(1)), prior(keys.get(1), values.get(keys.get(1)), values)))
				.abs();
			default -> throw new IllegalArgumentException(aspect);
		};
	}

	private static @Nullable BigDecimal prior(List<String> key, JsonNode value, Map<List<String>, JsonNode> values) {
		if (!value.get("prior").isNull()) {
			return figure(value, "prior");
		}
		List<String> before = new ArrayList<>(key);
		before.set(2, String.valueOf(Integer.parseInt(key.get(2)) - 1));
		JsonNode published = values.get(before);
		return (published == null || published.get("value").isNull()) ? null : figure(published, "value");
	}

	private static BigDecimal growth(JsonNode value, @Nullable BigDecimal prior) {
		return (prior == null) ? figure(value, "growth")
				: figure(value, "value").divide(prior, MathContext.DECIMAL64)
					.subtract(BigDecimal.ONE)
					.movePointRight(2);
	}

	private static BigDecimal figure(JsonNode value, String name) {
		return value.get(name).decimalValue();
	}

	/** The values of the region and of those above it, by what they are about. */
	private static Map<List<String>, JsonNode> values(String region) {
		Map<List<String>, JsonNode> values = new HashMap<>();
		for (String code : List.of(region, region.substring(0, 4) + "00", region.substring(0, 2) + "0000")) {
			JsonNode list = JsonMapper.shared()
				.readTree(terminal.type("indicators", "--region", code, "--format", "json").out());
			list.forEach((value) -> values.put(Stream.of("indicator", "region", "period", "stage", "basis")
				.map((name) -> value.get(name).asString())
				.toList(), value));
		}
		return values;
	}

	private static Map<Integer, List<String>> notes(String page) {
		Map<Integer, List<String>> notes = new HashMap<>();
		Matcher found = NOTE.matcher(page);
		while (found.find()) {
			notes.put(Integer.valueOf(found.group(1)),
					Stream.of(2, 3, 4, 5, 6)
						.map((group) -> (found.group(group) != null) ? found.group(group) : "")
						.toList());
		}
		return notes;
	}

	/**
	 * Years, numbers of clauses and thresholds are in the catalogue; nothing else may be
	 * made up.
	 */
	@ParameterizedTest
	@CsvSource({ "420602, 2024, zh", "420602, 2024, en", "420624, 2023, zh" })
	void everyOtherNumberIsInTheCatalogueOrAFinding(String region, String period, String language) throws IOException {
		String page = page(region, period, language);
		String sections = page.substring(page.indexOf("<section class=\"opening\">"), page.indexOf("id=\"evidence\">"));
		String words = sections.replaceAll("(?s)<svg.*?</svg\\s*>", "")
			.replaceAll(FIGURE.pattern(), "")
			.replaceAll("(?s)<sup>.*?</sup>|<p class=\"sources\">.*?</p>|<h2>.*?</h2>", "")
			.replaceAll("<[^>]*>", " ");
		StringBuilder catalogue = new StringBuilder(period + " " + (Integer.parseInt(period) - 1) + " ");
		try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".yaml")).toList()) {
				catalogue.append(Files.readString(file));
			}
		}
		terminal.type("findings", "--region", region, "--period", period, "--format", "json")
			.out()
			.lines()
			.filter((line) -> line.contains("\"finding\"") || line.contains("\"threshold\""))
			.forEach(catalogue::append);
		catalogue.append(terminal.type("scorecard", "--region", region, "--period", period, "--format", "json").out());
		int rows = sections.split("<tr>").length + sections.split("<li>").length;
		for (MatchResult number : NUMBER.matcher(words).results().toList()) {
			boolean counted = number.group().length() <= 3
					&& Integer.parseInt(number.group().replaceAll("\\D", "0")) <= rows;
			boolean named = catalogue.indexOf(number.group().replaceAll("\\.?0+$", "")) >= 0;
			assertThat(counted || named).as(number.group() + " in " + words).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "420602, 2024, zh", "110105, 2025, zh", "110105, 2025, en", "420684, 2021, zh" })
	void noSectionIsEmptyAndNoFigureBlank(String region, String period, String language) throws IOException {
		String page = page(region, period, language);
		assertThat(page.split("<section id=")).hasSizeGreaterThan(8)
			.allSatisfy((section) -> assertThat(
					section.replaceAll("(?s)<h2>.*?</h2>", "").replaceAll("<[^>]*>", "").strip().length())
				.isGreaterThan(8));
		String words = page.substring(page.indexOf("</style>")).replaceAll("<[^>]*>", "");
		assertThat(words).doesNotContain("{", "}", "null");
		assertThat(page.replaceAll("(?s)<svg.*?</svg\\s*>", "")).doesNotContain("http://", "https://", "<script",
				"src=");
	}

	@Test
	void missingFiguresAreNamedWithTheFormThatBringsThem() throws IOException {
		assertThat(page("110105", "2025", "zh")).contains("本节数据暂缺", "报送“教师交流轮岗");
		assertThat(page("110105", "2025", "en")).contains("No figure of this section is there yet", "Teacher rotation");
	}

	@Test
	void wordFileHasStylesContentsNotesAndCharts() throws IOException {
		report("420602", "2024", "zh", "docx");
		try (XWPFDocument document = new XWPFDocument(Files.newInputStream(root.resolve("report-420602.docx")))) {
			String page = page("420602", "2024", "zh");
			assertThat(document.getCharts()).hasSize(page.split("<figure>").length - 1).hasSizeGreaterThan(2);
			assertThat(document.getEndnotes()).hasSize(notes(page).size());
			assertThat(document.getStyles().getStyle("Heading1")).isNotNull();
			String xml = document.getDocument().xmlText();
			assertThat(xml).contains("TOC \\o", "_Toc_funding", "NOTEREF note_");
			assertThat(document.getParagraphs().get(0).getText()).isEqualTo("襄城区人民政府2024年履行教育职责情况自评报告");
		}
	}

	@Test
	void bytesAreTheSameWheneverTheyAreAskedFor() throws IOException {
		for (String format : List.of("html", "docx")) {
			assertThat(report("420602", "2024", "zh", format)).isEqualTo(report("420602", "2024", "zh", format));
		}
	}

	@ParameterizedTest
	@CsvSource({ "report --region 999999 --period 2024, 1", "report --region 420602, 1",
			"report --region 420602 --period 1900, 1", "report --region 420602 --period 2024 --format csv, 1",
			"status --format docx, 1" })
	void whatCannotBeDoneIsRefused(String command, int code) {
		Terminal.Said said = terminal.type(command.split(" "));
		assertThat(said.code()).isEqualTo(code);
		assertThat(said.err()).isNotBlank().doesNotContain("Exception");
	}

}
