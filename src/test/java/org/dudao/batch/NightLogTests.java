package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The log of a night that is a process of its own. */
class NightLogTests {

	private static final int NEEDS_OFFICER = 2;

	private static final int FAILED = 3;

	/** Stands in a row that is rejected. */
	private static final String REJECTED = "九百九十";

	/** Stands in a row that the database refuses. H2 would quote Chinese in numbers. */
	private static final String SCHOOL = "Lane School 7391";

	/** Time, level, process, thread, what it is about, class, message. */
	private static final Pattern READABLE = Pattern.compile(
			"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*\\+08:00 +INFO .*\\[run=1\\].* : Run 1 of nightly has ended: DONE");

	@TempDir
	private Path home;

	@BeforeEach
	void runANight() throws IOException {
		put("funding.csv", Sheets.funding("420602", 2024, 1000, 12_000_000L)
				+ Sheets.fundingRow("420602", 2024, "初中", 990, 13_000_000L).replace(",990,", "," + REJECTED + ","));
		assertThat(night().exitCode()).isEqualTo(NEEDS_OFFICER);
	}

	private void put(String name, String text) throws IOException {
		Path inbox = Files.createDirectories(this.home.resolve("inbox/420602"));
		Files.writeString(inbox.resolve(name), text);
	}

	private Program night() {
		return Program.start(this.home, null, "nightly", "--inbox", this.home.resolve("inbox").toString());
	}

	private String log() throws IOException {
		return Files.readString(this.home.resolve("logs/dudao.log"));
	}

	@Test
	void isReadableAndSaysWhatEachLineIsAbout() throws IOException {
		assertThat(log().lines()).noneMatch((line) -> line.startsWith("{"))
			.anyMatch((line) -> READABLE.matcher(line).matches())
			.anyMatch((line) -> line.contains("run=1") && line.contains("submission=1") && line.contains("feed=funding")
					&& line.contains("region=420602"));
		assertThat(log()).doesNotContain(REJECTED);
	}

	/** What a database says of a row that it refuses quotes the row. */
	@Test
	void tellsNoCellOfARowThatTheDatabaseRefuses() throws IOException, SQLException {
		try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + this.home.resolve("dudao")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", "dudao", "");
				Statement statement = database.createStatement()) {
			statement.execute("create unique index refusing on fact_teacher_rotation (school)");
		}
		String row = Sheets.rotationRow("420602", 2024, SCHOOL, 100, 12, 3);
		put("rotation.csv", Sheets.ROTATION + row + row.replace(",小学,", ",初中,"));
		Program failed = night();
		assertThat(failed.exitCode()).as(failed.output()).isEqualTo(FAILED);
		assertThat(log()).contains("Submission 2 could not be loaded", "23505").doesNotContain(SCHOOL);
	}

}
