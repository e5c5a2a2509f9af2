package org.dudao.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table in docs/csv.md against the differences that the tests expect. */
class CorpusDifferencesTests {

	private static final Path CORPUS = Path.of("src/test/resources/csv-torture");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private final List<String> expected = Stream
		.of(SpectrumTests.DIFFERENCES, CsvSpecTests.DIFFERENCES, FastCsvFilesTests.DIFFERENCES,
				RvlCorpusTests.DIFFERENCES)
		.map(Map::keySet)
		.flatMap(Set::stream)
		.toList();

	@Test
	void documentNamesEachDifferenceAndNoOther() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("docs/csv.md"));
		List<String> documented = lines
			.subList(lines.indexOf("| case | corpus | its authors | Dudao | why |"), lines.size())
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.flatMap((line) -> CODE.matcher(line.split(" \\| ")[0]).results())
			.map((code) -> code.group(1))
			.toList();
		assertThat(documented).containsExactlyInAnyOrderElementsOf(this.expected);
	}

	@Test
	void eachDifferenceIsOfACaseInTheCorpora() throws IOException {
		StringBuilder all = new StringBuilder();
		try (Stream<Path> files = Files.walk(CORPUS)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				all.append(file.getFileName()).append('\n');
				if (file.toString().matches(".*\\.(yaml|txt)")) {
					all.append(Files.readString(file));
				}
			}
		}
		assertThat(this.expected).allSatisfy((difference) -> assertThat(all).contains(difference));
	}

}
