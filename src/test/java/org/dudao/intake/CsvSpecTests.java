package org.dudao.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** All checks of the FastCSV and JavaCsvComparison specs, with every line end. */
class CsvSpecTests {

	/** What we make of a check instead, by its id; the reasons are in docs/csv.md. */
	static final Map<String, String> DIFFERENCES = differences();

	/** The refusal we chose where a spec leaves the choice between it and a reading. */
	private static final Map<String, String> CHOSEN = Map.of("open-quotation-1", "[] file.quote-open",
			"open-quotation-2", "[] file.quote-open", "spaces-around-quotes-1", "[[\"D\" ]] file.text-after-quote",
			"spaces-around-quotes-2", "[[\"A,B\" ]] file.text-after-quote");

	private static final Path CORPUS = Path.of("src/test/resources/csv-torture");

	private static final List<String> LINE_ENDS = List.of("\n", "\r", "\r\n");

	@TempDir
	Path folder;

	private static Map<String, String> differences() {
		Map<String, String> ours = new HashMap<>();
		ours.put("empty-file", "[] file.empty");
		for (String mode : List.of("comments-read", "comments-skip")) {
			ours.put(mode + "-1", "[[A], [#B, C], [D]] ");
			ours.put(mode + "-2", "[[#A], [#B], [C]] ");
			ours.put(mode + "-3", "[[#A], [ #B], [C]] ");
			ours.put(mode + "-4", "[[#]] ");
			ours.put(mode + "-5", "[[#A], [#]] ");
			ours.put(mode + "-6", "[[#], [#A]] ");
			ours.put(mode + "-7", "[[#], [#], [#]] ");
		}
		return ours;
	}

	static Set<Check> checks() throws IOException {
		Set<Check> checks = new LinkedHashSet<>();
		for (String set : List.of("fastcsv-spec/spec", "java-csv-comparison-spec")) {
			try (Stream<Path> files = Files.list(CORPUS.resolve(set))) {
				for (Path file : files.filter((path) -> path.toString().endsWith(".yaml")).sorted().toList()) {
					for (String lineEnd : LINE_ENDS) {
						addChecks(file, set, lineEnd, checks);
					}
				}
			}
		}
		return checks;
	}

	private static void addChecks(Path file, String set, String lineEnd, Set<Check> checks) throws IOException {
		Map<?, ?> spec = new Yaml().load(Files.readString(file));
		Map<?, ?> settings = (spec.get("settings") instanceof Map<?, ?> given) ? given : Map.of();
		for (Object each : (List<?>) spec.get("checks")) {
			Map<?, ?> check = (Map<?, ?>) each;
			List<List<String>> records = new ArrayList<>();
			for (Object record : (List<?>) check.get("records")) {
				records.add(((List<?>) record).stream().map((cell) -> expand(cell, lineEnd)).toList());
			}
			checks.add(new Check(set, (String) check.get("id"), expand(check.get("input"), lineEnd), records,
					Boolean.TRUE.equals(settings.get("exceptionAllowed")),
					Boolean.TRUE.equals(settings.get("skipEmptyLines"))));
		}
	}

	/** The visible symbols, as the head of each spec explains them. */
	private static String expand(Object text, String lineEnd) {
		return ((String) text).replace("␍", "\r")
			.replace("␊", "\n")
			.replace("␤", "\r\n")
			.replace("⏎", lineEnd)
			.replace("␠", " ");
	}

	@ParameterizedTest
	@MethodSource("checks")
	void readsWhatTheSpecExpects(Check check) throws IOException {
		Reading reading = Reading.of(Reading.file(this.folder, check.input), ',');
		String ours = (check.blankSkipped ? reading.withoutBlankLines() : reading.records()) + " " + reading.refusal();
		String theirs = check.records + " ";
		if (DIFFERENCES.containsKey(check.id)) {
			assertThat(ours).isEqualTo(DIFFERENCES.get(check.id)).isNotEqualTo(theirs);
		}
		else if (check.refusalAllowed && CHOSEN.containsKey(check.id)) {
			assertThat(ours).isEqualTo(CHOSEN.get(check.id));
		}
		else {
			assertThat(ours).isEqualTo(theirs);
		}
	}

	record Check(String set, String id, String input, List<List<String>> records, boolean refusalAllowed,
			boolean blankSkipped) {
	}

}
