package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
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
