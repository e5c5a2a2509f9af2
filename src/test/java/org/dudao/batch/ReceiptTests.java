package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.dudao.database.TestDatabase;
import org.dudao.receipt.ReceiptWriter;
import org.dudao.receipt.Receipts;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Submission;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionEvents;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a sender finds in the outbox about each file. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReceiptTests {

	private final TestDatabase database;

	private House house;

	ReceiptTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	private Path outbox(String name) {
		return this.house.home().resolve("outbox").resolve(name);
	}

	private JsonNode json(String fileName) {
		return JsonMapper.shared().readTree(text(fileName, ".json"));
	}

	private String text(String fileName, String ending) {
		Submission submission = this.house.submission(fileName);
		String stem = fileName.substring(0, fileName.lastIndexOf('.'));
		try {
			return Files.readString(outbox(submission.sender() + "/" + submission.id() + "-" + stem + "-回执" + ending));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private String page(String fileName, Locale locale) {
		Submission submission = this.house.submission(fileName);
		return this.house.part(ReceiptWriter.class)
			.html(this.house.part(Receipts.class).of(submission.id()).orElseThrow(), locale);
	}

	@Test
	void publishedFileWithRejectedRowsNamesTheFileToCorrectAndWhatItBroughtAbout() {
		this.house
			.put("420602/rotation.csv",
					Sheets.schools("420602", 2024, 9).replace(",10,2,1", ",100,2,1")
							+ Sheets.rotationRow("420602", 2024, "坏小学", 10, 12, 1))
			.night();
		Submission submission = this.house.submission("rotation.csv");
		JsonNode receipt = json("rotation.csv");
		assertThat(receipt.path("state").asString()).isEqualTo("PUBLISHED");
		assertThat(receipt.path("next").asString()).isEqualTo("SENDER");
		assertThat(receipt.path("sha256").asString()).isEqualTo(submission.sha256());
		assertThat(List.of(receipt.path("rows_read").asInt(), receipt.path("rows_accepted").asInt(),
				receipt.path("rows_rejected").asInt(), receipt.path("rows_ignored").asInt(),
				receipt.path("facts").asInt()))
			.containsExactly(10, 9, 1, 0, 9);
		assertThat(receipt.path("correction_files").get(0).asString()).isEqualTo(submission.id() + "-rotation-更正.csv");
		JsonNode place = receipt.path("places").get(0);
		assertThat(place.path("region_name").asString()).isEqualTo("襄城区");
		assertThat(place.path("in_force").asBoolean()).isTrue();
		JsonNode finding = receipt.path("findings").get(0);
		assertThat(finding.path("turn").asString()).isEqualTo("OPENED");
		assertThat(finding.path("explain").asString()).isEqualTo("dudao explain " + finding.path("finding").asInt());
		assertThat(text("rotation.csv", ".html")).contains(submission.sha256(), "dudao explain ",
				submission.id() + "-rotation-更正.csv");
		assertThat(page("rotation.csv", Locale.CHINESE)).contains("lang=\"zh-CN\"", "已发布", "其中1行被退回", "报送单位。");
		assertThat(page("rotation.csv", Locale.ENGLISH)).contains("lang=\"en\"", "1 of its 10 rows were rejected");
	}

	@Test
	void fileThatIsHeldOrRejectedSaysWhyAndWhoIsNext() {
		this.house.put("420602/a.csv", Sheets.rotation("420602", 2024, 100, 12, 3));
		this.house.put("420602/b.csv", Sheets.rotation("420602", 2024, 100, 13, 3));
		this.house.put("420606/list.csv", "名单,备注\n一,二\n").night();
		assertThat(json("a.csv").path("next").asString()).isEqualTo("OFFICER");
		assertThat(json("a.csv").path("reasons").get(0).path("text").asString()).contains("b.csv");
		assertThat(json("list.csv").path("next").asString()).isEqualTo("SENDER");
		assertThat(json("list.csv").path("correction_files").isEmpty()).isTrue();
		assertThat(page("list.csv", Locale.ENGLISH)).contains("Correct the file and send it again.", "REJECTED");
	}

	@Test
	void isWrittenAgainWheneverTheStateChanges() throws IOException {
		this.house.put("420602/first.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		assertThat(json("first.csv").path("places").get(0).path("in_force").asBoolean()).isTrue();
		this.house.clearInbox().put("420602/second.csv", Sheets.rotation("420602", 2024, 100, 13, 3)).night();
		assertThat(json("first.csv").path("state").asString()).isEqualTo("SUPERSEDED");
		assertThat(json("second.csv").path("places").get(0).path("replaced").asLong())
			.isEqualTo(this.house.submission("first.csv").id());
		this.house.part(Pipeline.class)
			.withdraw(new Withdrawal(this.house.submission("second.csv").id(), "sent by mistake", "officer-7"));
		assertThat(json("second.csv").path("state").asString()).isEqualTo("WITHDRAWN");
		assertThat(text("second.csv", ".html")).contains("officer-7", "sent by mistake");
		assertThat(json("first.csv").path("state").asString()).isEqualTo("PUBLISHED");
	}

	@Test
	void isWrittenAgainWhenAnotherFileTakesOnlySomeOfItsPlaces() {
		this.house
			.put("420600/city.csv",
					Sheets.funding("420602", 2024, 1000, 12_000_000L)
							+ Sheets.fundingRow("420606", 2024, "小学", 1000, 12_000_000L))
			.night();
		this.house.put("420602/own.csv", Sheets.funding("420602", 2024, 1000, 13_000_000L)).night();
		List<Boolean> inForce = json("city.csv").path("places")
			.valueStream()
			.filter((place) -> place.path("region").asString().equals("420602"))
			.map((place) -> place.path("in_force").asBoolean())
			.distinct()
			.toList();
		assertThat(inForce).containsExactly(false);
		assertThat(json("city.csv").path("state").asString()).isEqualTo("PUBLISHED");
	}

	/** What others have put into the outbox is not ours. */
	@Test
	void onlyWhatIsTrueNowLiesInTheOutboxWhenAFileIsReadAgainAsAnother() throws IOException {
		this.house.put("420602/first.csv",
				Sheets.schools("420602", 2024, 9) + Sheets.rotationRow("420602", 2024, "坏小学", 10, 12, 1));
		this.house.put("420602/rival.csv", Sheets.schools("420602", 2024, 8)).night();
		long id = this.house.submission("first.csv").id();
		assertThat(this.house.state("first.csv")).isEqualTo(SubmissionState.HELD);
		assertThat(about(id)).containsExactly("420602/" + id + "-first-回执.html", "420602/" + id + "-first-回执.json",
				"420602/" + id + "-first-更正.csv", "420602/" + id + "-first-更正.xlsx");
		Path note = Files.writeString(outbox("420602/" + id + "-first-电话记录.txt"), "called on Monday");

		Path renamed = Files.move(this.house.inbox().resolve("420602/first.csv"),
				Files.createDirectories(this.house.inbox().resolve("420606")).resolve("second.csv"));
		this.house.take(new PlannedFile(renamed, "420606", new Hints("funding", null, null, null), null));
		assertThat(this.house.state("second.csv")).isEqualTo(SubmissionState.REJECTED);
		Files.delete(note);
		assertThat(about(id)).containsExactly("420606/" + id + "-second-回执.html", "420606/" + id + "-second-回执.json");
		assertThat(this.house.files("outbox")).as("of the other submission")
			.contains("420602/" + this.house.submission("rival.csv").id() + "-rival-回执.html");
	}

	private List<String> about(long submission) {
		return this.house.files("outbox").stream().filter((file) -> file.contains("/" + submission + "-")).toList();
	}

	@Test
	void nightThatBringsNothingWritesNothing() throws IOException {
		this.house.put("420602/first.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		String before = text("first.csv", ".json");
		this.house.night();
		assertThat(text("first.csv", ".json")).isEqualTo(before);
	}

	@Test
	void nothingThatASenderWritesActsInThePage() {
		String evil = "<img src=x onerror=alert(1)>&quot;";
		this.house
			.put("420602/" + evil + ".csv",
					Sheets.ROTATION.replace("实际交流教师数", "\"<script>alert(1)</script>\"")
							+ "420602,2024-2025,一,小学,1,1,1\n")
			.night();
		for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
			String page = page(evil + ".csv", locale);
			assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;&amp;quot;.csv");
			assertThat(page).contains("&lt;script&gt;");
			assertThat(page).doesNotContain("<img", "<script", "<a ", "http://", "https://", "url(", "@import", " th:");
		}
	}

	@Test
	void namesThatAreTooLongForAFileSystemAreCut() {
		String name = "报".repeat(80) + ".csv";
		this.house.put("420602/" + name, Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		assertThat(this.house.files("outbox")).hasSize(2)
			.allMatch((file) -> file.contains("报".repeat(60) + "-回执."))
			.noneMatch((file) -> file.contains("报".repeat(61)));
	}

	@Test
	void asManyStatementsForManyFilesAsForOne() {
		this.house.put("420602/first.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		int one = statements();
		for (int year = 2004; year < 2024; year++) {
			this.house.put("420602/" + year + ".csv", Sheets.rotation("420602", year, 10, 12, 3));
		}
		this.house.night();
		assertThat(statements()).isEqualTo(one).isLessThan(10);
	}

	/** Each statement takes a connection of its own where there is no transaction. */
	private int statements() {
		AtomicInteger count = new AtomicInteger();
		JdbcClient counting = JdbcClient.create(new DelegatingDataSource(this.house.part(DataSource.class)) {

			@Override
			public Connection getConnection() throws SQLException {
				count.incrementAndGet();
				return super.getConnection();
			}

		});
		assertThat(new Receipts(counting, new Submissions(counting), new SubmissionEvents(counting)).after(0))
			.hasSize(this.house.count("submission"));
		return count.get();
	}

}
