package org.dudao.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** All of csv-spectrum, each file against the JSON its authors expect. */
class SpectrumTests {

	/** What we read instead; the reasons are in docs/csv.md. */
	static final Map<String, String> DIFFERENCES = Map.of("newlines_crlf.csv",
			"[[a, b, c], [1, 2, 3], [Once upon \na time, 5, 6], [7, 8, 9]]", "location_coordinates.csv",
			"[[Contact Phone Number, Location Coordinates, Cities, Counties], "
					+ "[2095257564, 37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W, Modesto, Stanislaus]]");

	private static final Path CORPUS = Path.of("src/test/resources/csv-torture/csv-spectrum");

	@TempDir
	Path folder;

	static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(CORPUS.resolve("csvs"))) {
			return files.sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void readsWhatItsAuthorsExpect(Path file) throws IOException {
		String name = file.getFileName().toString();
		assertThat(Reading.candidates(file)).first().extracting(Dialect::delimiter).isEqualTo(',');
		Reading reading = Reading.of(file, ',');
		assertThat(reading.refusal()).isEmpty();
		if (DIFFERENCES.containsKey(name)) {
			assertThat(reading.records().toString()).isEqualTo(DIFFERENCES.get(name));
			assertThat(named(reading.records())).isNotEqualTo(expected(name));
		}
		else {
			assertThat(named(reading.records())).isEqualTo(expected(name));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "empty_crlf.csv", "newlines_crlf.csv", "simple_crlf.csv" })
	void readsWhatIsExpectedOnceTheLineEndsAreAsNamed(String name) throws IOException {
		String text = Files.readString(CORPUS.resolve("csvs").resolve(name)).replace("\n", "\r\n");
		Reading reading = Reading.of(Reading.file(this.folder, text), ',');
		assertThat(reading.refusal()).isEmpty();
		assertThat(named(reading.records())).isEqualTo(expected(name));
	}

	private List<Map<String, String>> expected(String name) throws IOException {
		String json = Files.readString(CORPUS.resolve("json").resolve(name.replace(".csv", ".json")));
		String list = json.startsWith("[") ? json : "[" + json + "]";
		return JsonMapper.shared().readValue(list, new TypeReference<>() {
		});
	}

	private List<Map<String, String>> named(List<List<String>> records) {
		List<Map<String, String>> rows = new ArrayList<>();
		for (List<String> record : records.subList(1, records.size())) {
			Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < record.size(); i++) {
				row.put(records.get(0).get(i), record.get(i));
			}
			rows.add(row);
		}
		return rows;
	}

}
