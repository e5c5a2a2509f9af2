package org.dudao.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** All of the rvl corpus, against the table of expected outcomes in its README. */
class RvlCorpusTests {

	/** What we make of a file instead; the reasons are in docs/csv.md. */
	static final Map<String, String> DIFFERENCES = Map.ofEntries(
			Map.entry("backslash_escape.csv", "file.text-after-quote"), Map.entry("delim_0x1f.csv", "no delimiter"),
			Map.entry("duplicate_headers.csv", "read with ,"), Map.entry("extra_fields_non_empty.csv", "read with ,"),
			Map.entry("extra_trailing_nonempty.csv", "read with ,"), Map.entry("sep_only.csv", "read with ,"),
			Map.entry("wide_row_extra_non_empty.csv", "read with ,"));

	/** What each refusal code of theirs may be with us. */
	private static final Map<String, List<String>> REFUSALS = Map.of("E_ENCODING",
			List.of("file.nul", "file.utf-32", "file.malformed-marked", "file.empty"), "E_CSV_PARSE",
			List.of("file.text-after-quote", "file.quote-open"), "E_DIALECT", List.of("no delimiter", "tie"),
			"E_HEADERS", List.of("file.empty", "no delimiter"));

	private static final Path CORPUS = Path.of("src/test/resources/csv-torture/rvl-corpus");

	private static final Pattern ROW = Pattern
		.compile("\\| `([^`]+)` \\| synthetic \\| `?(\\w+)`? \\| (?:`(.+?)`|n/a) \\| .* \\| (.*) \\|");

	static List<Fixture> fixtures() throws IOException {
		try (Stream<String> lines = Files.lines(CORPUS.resolve("README.md"))) {
			return lines.map(ROW::matcher)
				.filter(Matcher::matches)
				.map((row) -> new Fixture(row.group(1), row.group(2), delimiter(row.group(3)),
						row.group(4).contains("requires `--delimiter")))
				.toList();
		}
	}

	private static char delimiter(String written) {
		if (written == null) {
			return 0;
		}
		if (written.startsWith("0x")) {
			return (char) Integer.parseInt(written.substring(2), 16);
		}
		return written.equals("\\t") ? '\t' : written.charAt(0);
	}

	@Test
	void tableNamesEveryFile() throws IOException {
		try (Stream<Path> files = Files.list(CORPUS)) {
			assertThat(fixtures()).extracting(Fixture::name)
				.containsExactlyInAnyOrderElementsOf(files.map((file) -> file.getFileName().toString())
					.filter((name) -> name.endsWith(".csv"))
					.toList());
		}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void comesToTheExpectedOutcome(Fixture fixture) throws IOException {
		String ours = outcome(CORPUS.resolve(fixture.name), fixture);
		List<String> theirs = fixture.expected.equals("parse_ok") ? List.of("read with " + fixture.delimiter)
				: REFUSALS.get(fixture.expected);
		if (DIFFERENCES.containsKey(fixture.name)) {
			assertThat(ours).isEqualTo(DIFFERENCES.get(fixture.name)).isNotIn(theirs);
		}
		else {
			assertThat(ours).isIn(theirs);
		}
	}

	@Test
	void readsAnyDelimiterThatIsGiven() throws IOException {
		assertThat(Reading.of(CORPUS.resolve("delim_0x1f.csv"), '\u001F').records())
			.containsExactly(List.of("id", "value"), List.of("A", "1"), List.of("B", "2"));
	}

	private String outcome(Path file, Fixture fixture) throws IOException {
		if (TextSniffer.sniff(file, Limits.defaults()) instanceof TextForm.Refused refused) {
			return refused.reason().code();
		}
		List<Dialect> candidates = Reading.candidates(file);
		if (candidates.isEmpty() && !fixture.given) {
			return "no delimiter";
		}
		if (candidates.size() > 1 && candidates.get(0).ties(candidates.get(1))) {
			return "tie";
		}
		char delimiter = fixture.given ? fixture.delimiter : candidates.get(0).delimiter();
		Reading reading = Reading.of(file, delimiter);
		return reading.refusal().isEmpty() ? "read with " + delimiter : reading.refusal();
	}

	record Fixture(String name, String expected, char delimiter, boolean given) {
	}

}
