package org.dudao.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is documented can be set, what can be set is documented, and nothing else is set
 * anywhere.
 */
class SettingsTests {

	private static final Pattern NAME = Pattern.compile("DUDAO_[A-Z_]*[A-Z]");

	/** Variables of compose.yaml itself, which the program never sees. */
	private static final Set<String> OF_COMPOSE = Set.of("DUDAO_INBOX", "DUDAO_LANGUAGE", "DUDAO_MEMORY");

	/** Any setting of the database may come from a file. */
	private static String plain(String name) {
		return name.replaceFirst("_FILE$", "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/configure.md", "docs/configure.zh-CN.md" })
	void pageNamesWhatTheProgramReadsAndNothingElse(String page) throws IOException {
		assertThat(names(List.of(Path.of(page)))).isEqualTo(read());
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh-CN.md", "docs/guide.md", "docs/guide.zh-CN.md", "docs/install.md",
			"docs/install.zh-CN.md", "docs/operate.md", "docs/operate.zh-CN.md", "deploy/mysql/README.md" })
	void otherPageNamesNoSettingThatThereIsNot(String page) throws IOException {
		assertThat(names(List.of(Path.of(page)))).isSubsetOf(with(read()));
	}

	@Test
	void deploymentsSetWhatTheProgramReads() throws IOException {
		List<Path> files = new ArrayList<>(List.of(Path.of("Dockerfile"), Path.of("compose.yaml")));
		try (Stream<Path> manifests = Files.walk(Path.of("deploy"))) {
			manifests.filter((file) -> file.toString().endsWith(".yaml")).forEach(files::add);
		}
		assertThat(names(files)).contains("DUDAO_DB_URL", "DUDAO_PUSHGATEWAY").isSubsetOf(with(read()));
	}

	private static Set<String> with(Set<String> read) {
		Set<String> all = new TreeSet<>(read);
		all.addAll(OF_COMPOSE);
		return all;
	}

	private static Set<String> read() throws IOException {
		List<Path> sources = new ArrayList<>(List.of(Path.of("dudao")));
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			files.filter((file) -> file.toString().matches(".*\\.(java|yaml)")).forEach(sources::add);
		}
		return names(sources);
	}

	private static Set<String> names(List<Path> files) throws IOException {
		Set<String> names = new TreeSet<>();
		for (Path file : files) {
			Matcher name = NAME.matcher(Files.readString(file));
			while (name.find()) {
				names.add(plain(name.group()));
			}
		}
		return names;
	}

}
