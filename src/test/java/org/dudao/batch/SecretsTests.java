package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where passwords are found. */
class SecretsTests {

	@TempDir
	private Path root;

	private static StandardEnvironment environment(Map<String, Object> set) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("set", set));
		new Secrets().postProcessEnvironment(environment, new SpringApplication());
		return environment;
	}

	private String file(String text) throws IOException {
		return Files.writeString(this.root.resolve("secret"), text).toString();
	}

	@Test
	void lineEndOfTheFileIsNoPartOfThePassword() throws IOException {
		StandardEnvironment environment = environment(Map.of("DUDAO_DB_PASSWORD_FILE", file(" a b=c$ \r\n")));
		assertThat(environment.getProperty("DUDAO_DB_PASSWORD")).isEqualTo(" a b=c$ ");
	}

	@Test
	void migrationUserGoesToFlywayWithItsPassword() throws IOException {
		StandardEnvironment environment = environment(
				Map.of("DUDAO_DB_MIGRATION_USER", "owner", "DUDAO_DB_MIGRATION_PASSWORD_FILE", file("s3cret")));
		assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("owner");
		assertThat(environment.getProperty("spring.flyway.password")).isEqualTo("s3cret");
	}

	@Test
	void withoutAMigrationUserFlywayIsToldOfNone() {
		assertThat(environment(Map.of("DUDAO_DB_MIGRATION_USER", "")).getProperty("spring.flyway.user")).isNull();
	}

	@Test
	void refusesASecretThatIsGivenTwice() throws IOException {
		Map<String, Object> twice = Map.of("DUDAO_DB_PASSWORD", "a", "DUDAO_DB_PASSWORD_FILE", file("b"));
		assertThatExceptionOfType(BadSetting.class).isThrownBy(() -> environment(twice))
			.satisfies((bad) -> assertThat(bad.reason().args()).containsExactly("DUDAO_DB_PASSWORD",
					"DUDAO_DB_PASSWORD_FILE"));
	}

	@Test
	void namesTheSettingWhoseFileIsMissing() {
		Map<String, Object> missing = Map.of("DUDAO_DB_PASSWORD_FILE", this.root.resolve("none").toString());
		assertThatExceptionOfType(BadSetting.class).isThrownBy(() -> environment(missing))
			.satisfies((bad) -> assertThat(bad.reason().code()).isEqualTo("setting.secret-file"));
	}

}
