package org.dudao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the compiler has thrown away by the time a class can be looked at. */
class SourceTests {

	private static final int LONGEST = 400;

	@ParameterizedTest
	@ValueSource(strings = { "src/main/java", "src/test/java" })
	void noFileIsTooLongToRead(Path root) throws IOException {
		assertThat(files(root)).isNotEmpty()
			.allSatisfy((file) -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST));
	}

	@ParameterizedTest
	@MethodSource("packages")
	void packageSaysWhatItIs(Path directory) throws IOException {
		assertThat(directory.resolve("package-info.java")).content().contains("/**").contains("@NullMarked");
	}

	static List<Path> packages() throws IOException {
		return files(Path.of("src/main/java")).stream().map(Path::getParent).distinct().toList();
	}

	private static List<Path> files(Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
		}
	}

}
