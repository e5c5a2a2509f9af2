package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dudao.database.TestDatabase;
import org.dudao.submission.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process is killed that has the embedded database open. What holds it up is a named
 * pipe in the place of a file: who opens it waits for somebody at the other end.
 */
class EmbeddedKillTests {

	@Test
	void embeddedDatabaseOutlivesTheProcess(@TempDir Path home) throws IOException, InterruptedException {
		House house = House.on(TestDatabase.H2);
		Sheets.county().forEach(house::put);
		house.night();
		Path inbox = house.inbox();

		String sha256 = Archive.hash(inbox.resolve("420602/funding-2024.csv"));
		Path archived = pipe(home.resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256));
		kill(home, inbox, "Executing step: [loadFile:submission-2]");
		Files.delete(archived);

		Path correction = pipe(home.resolve("outbox/420606/5-draft-更正.csv"));
		kill(home, inbox, "Executing step: [handOut]");
		Files.delete(correction);

		Program third = nightly(home, inbox);
		assertThat(third.exitCode()).as(third.output()).isEqualTo(2);
		assertThat(correction).isNotEmptyFile();
		Program digest = Program.start(home, null, "digest");
		assertThat(digest.exitCode()).isZero();
		assertThat(digest.output()).isEqualToIgnoringNewLines(house.digest());
	}

	@Test
	void embeddedDatabaseIsThereUntilTheFilesBeingReadAreRead(@TempDir Path home)
			throws IOException, InterruptedException {
		House house = House.on(TestDatabase.H2);
		Sheets.county().forEach(house::put);
		String sha256 = Archive.hash(house.inbox().resolve("420602/funding-2024.csv"));
		Path archived = pipe(home.resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256));
		Program night = nightly(home, house.inbox());
		Wait.until("it reads", () -> log(home).contains("Executing step: [loadFile:submission-2]"));
		night.terminate();
		Wait.until("it is asked to end", () -> log(home).contains("Asked to end"));
		assertThat(night.isRunning()).isTrue();
		letGo(archived, night);
		assertThat(night.exitCode()).isEqualTo(128 + 15);
		assertThat(log(home)).contains("Run 1 of nightly has ended: STOPPED").doesNotContain("already closed");
	}

	/** The reader finds an empty file, however often it opens it. */
	private static void letGo(Path pipe, Program reader) {
		Thread writer = new Thread(() -> {
			while (reader.isRunning()) {
				try {
					Files.write(pipe, new byte[0]);
				}
				catch (IOException closed) {
					// Who read has seen enough.
				}
			}
		}, "pipe");
		writer.setDaemon(true);
		writer.start();
	}

	private static Path pipe(Path place) throws IOException, InterruptedException {
		Files.createDirectories(place.getParent());
		assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor()).isZero();
		return place;
	}

	private static Program nightly(Path home, Path inbox) {
		return Program.start(home, null, "nightly", "--inbox", inbox.toString());
	}

	private static void kill(Path home, Path inbox, String step) {
		Program night = nightly(home, inbox);
		Wait.until(step, () -> log(home).contains(step));
		assertThat(night.isRunning()).isTrue();
		night.kill();
	}

	private static String log(Path home) {
		try {
			return Files.readString(home.resolve("logs/dudao.log"));
		}
		catch (IOException notYet) {
			return "";
		}
	}

}
