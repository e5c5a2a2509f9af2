package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What MySQL's entry point reads, with an entry point that only says what it was told.
 */
class PasswordsTests {

	@TempDir
	private Path secrets;

	@Test
	void unlocksBothUsersWithThePasswordsOfTheirFiles() throws IOException, InterruptedException {
		Files.writeString(this.secrets.resolve("dudao-db"), "plain\n");
		Files.writeString(this.secrets.resolve("dudao-migration"), "o'ne \\ \"two\" $HOME `x` 密\n");

		assertThat(source()).isEqualTo("""
				alter user 'dudao'@'%' identified by 'plain' account unlock;
				alter user 'dudao_migration'@'%' identified by 'o''ne \\\\ "two" $HOME `x` 密' account unlock;
				0
				""");
	}

	/** MariaDB stands for MySQL: these statements are the same to both. */
	@Test
	void aServerLetsBothInWithThesePasswordsAndNoOther() throws IOException, InterruptedException, SQLException {
		Map<String, String> passwords = Map.of("dudao", "o'ne \\ \"two\" $HOME `x` 密", "dudao_migration", "--;\\'");
		Files.writeString(this.secrets.resolve("dudao-db"), passwords.get("dudao") + "\n");
		Files.writeString(this.secrets.resolve("dudao-migration"), passwords.get("dudao_migration") + "\n");
		TestDatabase.Connection root = TestDatabase.MARIADB.fresh();
		try (Connection administrator = DriverManager.getConnection(root.url(), root.user(), root.password());
				Statement statement = administrator.createStatement()) {
			for (String user : passwords.keySet()) {
				statement.execute("create user '" + user + "'@'%' account lock");
				statement.execute("grant all on *.* to '" + user + "'@'%'");
			}
			try {
				for (String unlock : source().lines().limit(2).toList()) {
					statement.execute(unlock);
				}
				passwords.forEach((user, password) -> {
					assertThatCode(() -> DriverManager.getConnection(root.url(), user, password).close())
						.doesNotThrowAnyException();
					assertThatThrownBy(() -> DriverManager.getConnection(root.url(), user, "other"))
						.hasMessageContaining("denied");
				});
			}
			finally {
				statement.execute("drop user 'dudao'@'%', 'dudao_migration'@'%'");
			}
		}
	}

	@Test
	void anEmptyPasswordEndsTheServerBeforeItIsUsed() throws IOException, InterruptedException {
		Files.writeString(this.secrets.resolve("dudao-db"), "\n");
		Files.writeString(this.secrets.resolve("dudao-migration"), "x");

		assertThat(source()).endsWith("dudao-db is empty; it must hold the password.\n1\n");
	}

	private String source() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed: the image of MySQL has it");
		Path out = this.secrets.resolve("out");
		ProcessBuilder bash = new ProcessBuilder("/bin/bash", "-c",
				"(set -eo pipefail; docker_process_sql() { cat; }; . deploy/compose/passwords.sh); echo $?");
		bash.environment().put("DUDAO_SECRETS", this.secrets.toString());
		bash.environment().put("LC_ALL", "C.UTF-8");
		Process process = bash.redirectErrorStream(true).redirectOutput(out.toFile()).start();
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return Files.readString(out);
	}

}
