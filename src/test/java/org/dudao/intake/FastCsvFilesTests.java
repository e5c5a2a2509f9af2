package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The files with byte order marks and the record boundaries of FastCSV. */
class FastCsvFilesTests {

	/** What we make of a case instead; the reasons are in docs/csv.md. */
	static final Map<String, String> DIFFERENCES = Map.of("utf32be_bom.csv", "file.utf-32", "utf32le_bom.csv",
			"file.utf-32", "^___$^\"___", "file.quote-open", "^___$^\"___$___", "file.quote-open");

	private static final Path CORPUS = Path.of("src/test/resources/csv-torture/fastcsv-spec");

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "utf8_nobom.csv", "utf8_bom.csv", "utf16le_bom.csv", "utf16be_bom.csv", "utf32le_bom.csv",
			"utf32be_bom.csv" })
	void obeysTheByteOrderMark(String name) throws IOException {
		Reading reading = Reading.of(CORPUS.resolve(name), ',');
		if (DIFFERENCES.containsKey(name)) {
			assertThat(reading.refusal()).isEqualTo(DIFFERENCES.get(name));
		}
		else {
			assertThat(reading.refusal()).isEmpty();
			assertThat(reading.records()).containsExactly(List.of("foo", "üÜß"), List.of("123", "456"));
		}
	}

	static Set<Boundaries> boundaries() throws IOException {
		Set<Boundaries> cases = new LinkedHashSet<>();
		for (String line : Files.readAllLines(CORPUS.resolve("scanner.txt"))) {
			if (line.startsWith("^")) {
				String given = line.replace("COMMENT_NONE", "").strip();
				for (String lineEnd : List.of("\n", "\r", "\r\n")) {
					cases.add(new Boundaries(given,
							given.replace("$", lineEnd).replace("\\r", "\r").replace("\\n", "\n")));
				}
			}
		}
		return cases;
	}

	@ParameterizedTest
	@MethodSource("boundaries")
	void beginsEachRecordWhereMarked(Boundaries given) throws IOException {
		List<String> expected = new ArrayList<>(List.of(given.text.split("\\^")));
		expected.remove(0);
		expected.replaceAll((text) -> text.replaceFirst("(\r\n|\n|\r)$", ""));
		String refusal = "";
		List<String> found = new ArrayList<>();
		Path file = Reading.file(this.folder, given.text.replace("^", ""));
		try (RecordReader records = RecordReader.open(file, StandardCharsets.UTF_8, ',', Limits.defaults())) {
			while (records.next()) {
				found.add(records.raw());
			}
		}
		catch (DamagedFile damaged) {
			refusal = damaged.reason().code();
			expected.remove(expected.size() - 1);
		}
		assertThat(found).isEqualTo(expected);
		assertThat(refusal).isEqualTo(DIFFERENCES.getOrDefault(given.name, ""));
	}

	record Boundaries(String name, String text) {
	}

}
