package org.dudao.batch;

import java.nio.file.Path;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.database.TestCertificate;
import org.dudao.database.TestDatabase;
import org.dudao.database.TestDatabase.Connection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A server that takes nobody over a connection that is not encrypted. */
class EncryptedTests {

	private static GrantedUsers users;

	@BeforeAll
	static void install() {
		users = GrantedUsers.overTlsOnly(TestDatabase.MARIADB.fresh());
	}

	private static Connection with(String mode) {
		return new Connection(users.runtime().url().replace("sslMode=DISABLED", "sslMode=" + mode),
				users.runtime().user(), users.runtime().password());
	}

	private static String trusting(String mode) {
		return mode + "&trustCertificateKeyStoreUrl=file:" + TestCertificate.ofServer().trusted()
				+ "&trustCertificateKeyStorePassword=" + TestCertificate.PASSWORD;
	}

	@Test
	void inTheClearNobodyIsTaken() {
		assertThatThrownBy(() -> ask(with("DISABLED"))).rootCause().hasMessageContaining("Access denied");
	}

	@ParameterizedTest
	@ValueSource(strings = { "VERIFY_CA", "VERIFY_IDENTITY" })
	void serverThatJavaDoesNotKnowGetsNoPassword(String mode) {
		assertThatThrownBy(() -> ask(with(mode))).rootCause().hasMessageContaining("trust anchors");
	}

	@ParameterizedTest
	@ValueSource(strings = { "VERIFY_CA", "VERIFY_IDENTITY" })
	void serverThatIsTrustedIsSpokenToInCipher(String mode) {
		assertThat(ask(with(trusting(mode)))).startsWith("TLS");
	}

	@Test
	void commandsRunOverIt() {
		Connection encrypted = with(trusting("VERIFY_IDENTITY"));
		Path home = House.newHome();
		Program apply = Program.start(home, encrypted, users.migration(), Path.of("jobs"), "schema", "--apply");
		assertThat(apply.exitCode()).as(apply.output()).isZero();
		Program status = Program.start(home, encrypted, "status");
		assertThat(status.exitCode()).as(status.output()).isZero();
	}

	private static String ask(Connection connection) {
		try (HikariDataSource pool = connection.pool()) {
			return new JdbcTemplate(pool).queryForObject("show session status like 'Ssl_cipher'",
					(row, number) -> row.getString(2));
		}
	}

}
