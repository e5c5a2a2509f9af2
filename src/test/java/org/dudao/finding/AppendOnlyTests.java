package org.dudao.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What happened to a finding and what was said of it is never unwritten. */
class AppendOnlyTests {

	private static final Pattern CHANGES = Pattern
		.compile("update finding_event|delete from (finding_event|finding_statement|finding)\\b");

	/** Of a statement only its end is entered later. */
	private static final Pattern STATEMENT = Pattern
		.compile("update finding_statement set (?!ended_at = \\?, ended_because = \\? where id = \\?)");

	@Test
	void noStatementOfTheProgramChangesAnEventOrWhatWasSaid() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			List<Path> files = sources.filter((path) -> path.toString().endsWith(".java")).toList();
			assertThat(files).hasSizeGreaterThan(300).allSatisfy((file) -> {
				String source = Files.readString(file);
				assertThat(CHANGES.matcher(source).find()).isFalse();
				assertThat(STATEMENT.matcher(source).find()).isFalse();
			});
		}
	}

}
