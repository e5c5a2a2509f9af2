package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:mysql://db/dudao?user=a&password=b", "jdbc:mysql://a:b@db/dudao",
			"jdbc:h2:file:/x;PASSWORD=b", "jdbc:mysql://address=(host=db)(password=b)/dudao" })
	void addressThatHoldsAPasswordIsRefused(String url) {
		assertThatExceptionOfType(BadSetting.class).isThrownBy(() -> environment(Map.of("DUDAO_DB_URL", url)))
			.satisfies((bad) -> assertThat(bad.reason().args()).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:mysql://db:3306/dudao?sslMode=VERIFY_CA&trustCertificateKeyStorePassword=x",
			"jdbc:mysql://[::1]:3306/dudao", "jdbc:mysql://a@db/dudao", "jdbc:h2:tcp://db:9092//x" })
	void otherAddressesAreTaken(String url) {
		assertThat(environment(Map.of("DUDAO_DB_URL", url)).getProperty("DUDAO_DB_URL")).isEqualTo(url);
	}

}
