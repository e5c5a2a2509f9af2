package org.dudao.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.region.Regions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files in, what must come out beside them. The first line of an expectation says how the
 * file is sent: its name, sender, feed and period, and the charset it is to be put into.
 */
class IntakeTests {

	private static final Path CASES = Path.of("src/test/resources/intake/cases");

	private static final Catalog CATALOG = CatalogReader.read(Path.of("src/test/resources/intake/jobs"));

	private static final Intake INTAKE = new Intake(CATALOG, Regions.read(CATALOG.regions()), Limits.defaults());

	static Stream<String> cases() {
		try (Stream<Path> files = Files.list(CASES)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".csv"))
				.map((name) -> name.substring(0, name.length() - 4))
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void readsFileAsExpected(String name) throws IOException {
		List<String> expected = Files.readAllLines(CASES.resolve(name + ".expected"), StandardCharsets.UTF_8);
		assertThat(Transcript.of(INTAKE, source(name, expected.get(0))))
			.containsExactlyElementsOf(expected.subList(1, expected.size()));
	}

	private static Source source(String name, String how) {
		Map<String, String> options = new HashMap<>();
		for (String option : how.substring(1).strip().split(" +")) {
			int equals = option.indexOf('=');
			if (equals > 0) {
				options.put(option.substring(0, equals), option.substring(equals + 1));
			}
		}
		String period = options.get("period");
		String feed = options.getOrDefault("feed", "school");
		return new Source(CASES.resolve(name + ".csv"), options.getOrDefault("name", name + ".csv"),
				options.get("sender"), feed.equals("any") ? null : feed,
				(period != null) ? Integer.valueOf(period) : null);
	}

}
