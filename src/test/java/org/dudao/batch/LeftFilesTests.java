package org.dudao.batch;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dudao.database.TestDatabase;
import org.dudao.report.RunSummary;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be taken in is left where it is and named, and stops nobody else. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LeftFilesTests {

	private final TestDatabase database;

	private House house;

	LeftFilesTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		this.house.put("420606/sound.csv", Sheets.rotation("420606", 2024, 100, 12, 3));
	}

	@Test
	void eachIsNamedWithItsReasonAndStaysWhereItIs(@TempDir Path elsewhere) throws IOException {
		Path outside = Files.writeString(elsewhere.resolve("secret.csv"), Sheets.rotation("420602", 2024, 9, 3, 1));
		this.house.put("nobodys.csv", Sheets.rotation("420602", 2024, 9, 4, 1))
			.put("999999/unknown.csv", Sheets.rotation("420602", 2024, 9, 5, 1))
			.put("spring-school/unnamed.csv", Sheets.rotation("420602", 2024, 9, 6, 1))
			.put("420602/book.xlsx", "PK")
			.put("420602/.half.csv", "hidden")
			.put("420602/~$rotation.csv", "hidden");
		Files.createSymbolicLink(this.house.inbox().resolve("420602/link.csv"), outside);
		Files.createSymbolicLink(this.house.inbox().resolve("420602/folder"), elsewhere);
		try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			socket.bind(UnixDomainSocketAddress.of(this.house.inbox().resolve("420602/socket.csv")));
			RunSummary summary = this.house.night();
			assertThat(this.house.unread(summary)).containsExactlyInAnyOrder("nobodys.csv inbox.no-sender",
					"unknown.csv inbox.unknown-sender", "unnamed.csv inbox.unknown-sender", "book.xlsx inbox.workbook",
					"link.csv inbox.link", "folder inbox.link", "socket.csv inbox.unreadable");
			assertThat(summary.left()).hasSize(7);
			assertThat(summary.needsOfficer()).isTrue();
		}
		assertThat(this.house.state("sound.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.count("submission")).isEqualTo(1);
		assertThat(this.house.files("inbox")).hasSize(8);
	}

	@Test
	void vanishedFileIsNamed() {
		RunSummary summary = this.house.take(planned(this.house.inbox().resolve("420602/gone.csv")),
				new PlannedFile(this.house.inbox().resolve("420606/sound.csv"), "420606", Hints.NONE, null));
		assertThat(this.house.unread(summary)).containsExactly("gone.csv inbox.vanished");
		assertThat(this.house.state("sound.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

	/** The kernel says of this file that it is empty, and yet it is not. */
	@Test
	void fileWhoseLengthIsNotWhatItWasIsStillGrowing() {
		RunSummary summary = this.house.take(planned(Path.of("/proc/version")));
		assertThat(this.house.unread(summary)).containsExactly("version inbox.growing");
		assertThat(this.house.count("submission")).isZero();
		assertThat(this.house.files("archive")).as("nothing but the catalogue of the run").hasSize(1);
	}

	@Test
	void copyThatADeadProcessLeftHalfMadeIsRemoved() throws IOException {
		Path half = this.house.home().resolve("archive/incoming-1.tmp");
		Files.createDirectories(half.getParent());
		Files.writeString(half, "half");
		this.house.night();
		assertThat(half).doesNotExist();
		assertThat(this.house.files("archive")).as("the file and the catalogue of the run").hasSize(2);
	}

	@Test
	void inboxItselfMayBeBehindALink(@TempDir Path elsewhere) throws IOException {
		Path link = Files.createSymbolicLink(elsewhere.resolve("inbox"), this.house.inbox());
		this.house.part(Pipeline.class).nightly(link);
		assertThat(this.house.state("sound.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

	@Test
	void veryLongPathStopsNobody() {
		String deep = "420602/" + ("d".repeat(200) + "/").repeat(6) + "deep.csv";
		RunSummary summary = this.house.put(deep, Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		assertThat(summary.count(SubmissionState.PUBLISHED)).isEqualTo(2);
	}

	private static PlannedFile planned(Path path) {
		return new PlannedFile(path, "420602", Hints.NONE, null);
	}

}
