package org.dudao.docs;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is documented can be set, what can be set is documented, and nothing else is set
 * anywhere.
 */
class SettingsTests {

	private static final Pattern NAME = Pattern.compile("DUDAO_[A-Z_]*[A-Z]");

	/** Variables of compose.yaml itself, which the program never sees. */
	private static final Set<String> OF_COMPOSE = Set.of("DUDAO_INBOX", "DUDAO_LANGUAGE", "DUDAO_MEMORY");

	/** Settings that only an option of the command line sets. */
	private static final Set<String> OF_OPTIONS = Set.of("dudao.language", "dudao.schedule.inbox");

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

	/** A setting that Spring would take from a variable though nobody wrote it down. */
	@Test
	void whatTheProgramBindsIsReadFromAVariableThatIsWrittenDown() throws ClassNotFoundException {
		Properties written = new Properties();
		for (String file : List.of("application.yaml", "application-serve.yaml")) {
			YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
			yaml.setResources(new ClassPathResource(file));
			written.putAll(Objects.requireNonNull(yaml.getObject()));
		}
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		Set<String> bound = new TreeSet<>();
		for (BeanDefinition found : scanner.findCandidateComponents("org.dudao")) {
			Class<?> settings = Class.forName(found.getBeanClassName());
			String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
			for (RecordComponent setting : settings.getRecordComponents()) {
				bound.add(prefix + "." + setting.getName());
			}
		}
		bound.removeAll(OF_OPTIONS);
		assertThat(bound).contains("dudao.metrics.fresh", "dudao.schedule.look", "dudao.lease")
			.allSatisfy((setting) -> assertThat(written.getProperty(setting)).startsWith("${DUDAO_"));
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
