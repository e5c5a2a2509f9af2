package org.dudao.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class SampleDataTests {

	private static final Path SAMPLE = Path.of("sample-data");

	private final SampleData data = new SampleData();

	@Test
	void inboxIsWhatThePlanWrites(@TempDir Path fresh) throws IOException {
		this.data.write(fresh);
		Map<String, byte[]> written = files(fresh);
		Map<String, byte[]> kept = files(SAMPLE.resolve("inbox"));
		kept.keySet().removeIf((file) -> file.startsWith("110000/"));
		assertThat(kept.keySet()).isEqualTo(written.keySet());
		written.forEach((file, bytes) -> assertThat(kept.get(file)).as(file).isEqualTo(bytes));
	}

	@Test
	void expectationsNameEveryFileOfTheInbox() throws IOException {
		assertThat(expected("files")).extracting((file) -> file.get("file"))
			.containsExactlyElementsOf(List.copyOf(files(SAMPLE.resolve("inbox")).keySet()));
	}

	@Test
	void expectationsAreThoseOfThePlan() throws IOException {
		assertThat(Files.readString(SAMPLE.resolve("expected.yaml"))).isEqualTo(ExpectedYaml.of(this.data));
	}

	@Test
	void readmeListsEveryExpectation() throws IOException {
		String readme = Files.readString(SAMPLE.resolve("README.md"));
		assertThat(readme).isEqualTo(FaultTable.into(readme, this.data));
		List<String> lines = readme.lines().toList();
		for (Map<String, Object> finding : expected("findings")) {
			assertListed(lines, finding, "rule", "region", "period", "stage");
		}
		for (Map<String, Object> row : expected("rejectedRows")) {
			assertListed(lines, row, "file", "line", "value", "code");
		}
		for (Map<String, Object> verdict : expected("notEvaluable")) {
			assertListed(lines, verdict, "rule", "region", "period", "stage", "cause");
		}
		expected("files").stream()
			.filter((file) -> !file.get("state").equals("PUBLISHED"))
			.forEach((file) -> assertListed(lines, file, "file", "state", "code"));
	}

	@Test
	void staysSmallEnoughForGit() throws IOException {
		assertThat(files(SAMPLE).values().stream().mapToLong((bytes) -> bytes.length).sum()).isLessThan(2_000_000);
	}

	private static void assertListed(List<String> lines, Map<String, Object> item, String... keys) {
		assertThat(lines).as("%s", item)
			.anyMatch((line) -> Stream.of(keys).allMatch((key) -> line.contains(String.valueOf(item.get(key)))));
	}

	private static List<Map<String, Object>> expected(String part) throws IOException {
		Map<String, List<Map<String, Object>>> all = new Yaml().load(Files.readString(SAMPLE.resolve("expected.yaml")));
		return all.get(part);
	}

	private static Map<String, byte[]> files(Path folder) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
			}
		}
		return files;
	}

}
