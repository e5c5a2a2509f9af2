package org.dudao.message;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The two bundles say the same, and say no more and no less than the program asks for.
 */
class BundleTests {

	private static final Path RESOURCES = Path.of("src/main/resources/org/dudao");

	private static final String ENGLISH = "messages.properties";

	private static final String CHINESE = "messages_zh.properties";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

	/** A call that names its code at once, or one of two. */
	private static final Pattern CALL = Pattern
		.compile("(?:Message\\.of|\\btext)\\(((?:[^,;()\"]*\"[a-z0-9.-]+\"(?=\\s*[,:)]))+)");

	private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]*)\"");

	@Test
	void bothLanguagesHaveTheSameKeys() {
		assertThat(bundle(CHINESE).keySet()).isEqualTo(bundle(ENGLISH).keySet());
	}

	@Test
	void bothLanguagesUseTheSameArguments() {
		assertThat(placeholders(bundle(CHINESE))).isEqualTo(placeholders(bundle(ENGLISH)));
	}

	@ParameterizedTest
	@ValueSource(strings = { ENGLISH, CHINESE })
	void keyStandsOnce(String file) throws IOException {
		List<String> repeated = new ArrayList<>();
		Properties strict = new Properties() {

			private static final long serialVersionUID = 1L;

			@Override
			public synchronized Object put(Object key, Object value) {
				if (containsKey(key)) {
					repeated.add(key.toString());
				}
				return super.put(key, value);
			}

		};
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
			strict.load(reader);
		}
		assertThat(repeated).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ENGLISH, CHINESE })
	void sentenceIsAPatternOfPlainArguments(String file) {
		assertThat(bundle(file)).allSatisfy((key, pattern) -> {
			assertThat(pattern).as(key).isNotBlank();
			assertThat(pattern.replace("''", "")).as("%s doubles its apostrophes", key).doesNotContain("'");
			assertThat(new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex()).as(key)
				.allMatch(Objects::isNull);
		});
	}

	@Test
	void codeThatTheProgramNamesHasASentence() {
		assertThat(codesNamed()).isNotEmpty().isSubsetOf(bundle(ENGLISH).keySet());
	}

	/** The library finds the texts around a command's help by names of its own. */
	private static boolean ofPicocli(String key) {
		return key.startsWith("dudao.") && key.endsWith(".usage.header") || key.startsWith("usage.")
				|| key.startsWith("mixinStandardHelpOptions.");
	}

	@Test
	void sentenceIsSaidSomewhere() {
		Set<String> literals = literals();
		assertThat(bundle(ENGLISH).keySet())
			.allMatch((key) -> literals.contains(key) || ofPicocli(key) || literals.stream()
				.anyMatch((literal) -> (literal.endsWith(".") || literal.endsWith("-")) && key.startsWith(literal)));
	}

	private static Map<String, String> bundle(String file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> sentences = new TreeMap<>();
		properties.stringPropertyNames().forEach((key) -> sentences.put(key, properties.getProperty(key)));
		return sentences;
	}

	private static Map<String, Set<String>> placeholders(Map<String, String> bundle) {
		Map<String, Set<String>> placeholders = new TreeMap<>();
		bundle.forEach((key, pattern) -> placeholders.put(key,
				PLACEHOLDER.matcher(pattern).results().map((match) -> match.group(1)).collect(Collectors.toSet())));
		return placeholders;
	}

	private static Set<String> codesNamed() {
		return matches(CALL).flatMap((call) -> LITERAL.matcher(call.group(1)).results())
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
	}

	private static Set<String> literals() {
		return matches(LITERAL).map((match) -> match.group(1)).collect(Collectors.toSet());
	}

	private static Stream<MatchResult> matches(Pattern pattern) {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.map(BundleTests::content)
				.flatMap((content) -> pattern.matcher(content).results())
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
