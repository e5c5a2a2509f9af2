package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import org.dudao.database.TestDatabase;
import org.dudao.submission.Submission.Hints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How many files have come since a night looked. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WaitingFilesTests {

	private final TestDatabase database;

	private House house;

	WaitingFilesTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	private int waiting() {
		WaitingFiles files = this.house.part(WaitingFiles.class);
		return files.look(this.house.inbox()).map(files::of).orElseThrow();
	}

	private void sent(String path, String text, Duration ago) throws IOException {
		this.house.put(path, text);
		Files.setLastModifiedTime(this.house.inbox().resolve(path),
				FileTime.from(this.house.clock().instant().minus(ago)));
	}

	@Test
	void fileWaitsUntilANightHasLookedAtItAsItIs() throws IOException {
		sent("420602/funding.csv", Sheets.funding("420602", 2024, 1000, 12_000_000L), Duration.ofHours(1));
		sent("420606/copied-with-its-old-date.csv", Sheets.funding("420606", 2024, 1000, 12_000_000L),
				Duration.ofDays(100));
		assertThat(waiting()).isEqualTo(2);
		this.house.night();
		assertThat(waiting()).isZero();
		this.house.clock().advance(Duration.ofHours(8));
		sent("420602/funding.csv", Sheets.funding("420602", 2024, 1000, 12_100_000L), Duration.ofHours(1));
		assertThat(waiting()).isOne();
		this.house.take("funding.csv", "420602", Hints.NONE);
		assertThat(waiting()).as("taken in by hand").isZero();
	}

	@Test
	void whatNoNightCanTakeInDoesNotWait() throws IOException {
		sent("nowhere/funding.csv", "a,b", Duration.ofHours(1));
		sent("420602/letter.pdf", "%PDF", Duration.ofHours(1));
		assertThat(waiting()).isZero();
		assertThat(this.house.part(WaitingFiles.class).look(Path.of("no-such-inbox"))).isEmpty();
	}

	@Test
	void inboxThatCannotBeReadIsNotTakenForAnEmptyOne() throws IOException {
		Path file = Files.createFile(this.house.inbox().resolve("no-folder"));
		assertThat(this.house.part(WaitingFiles.class).look(file)).isEmpty();
		assertThatThrownBy(() -> this.house.part(Pipeline.class).nightly(file))
			.isInstanceOf(NotDirectoryException.class);
		assertThat(this.house.count("run")).isZero();
	}

}
