package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.dudao.correction.CorrectionFile;
import org.dudao.correction.CorrectionRefused;
import org.dudao.correction.Corrections;
import org.dudao.database.TestDatabase;
import org.dudao.finding.Explainer;
import org.dudao.finding.Explanation;
import org.dudao.report.SourceLines;
import org.dudao.submission.Archive;
import org.dudao.submission.Forgotten;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Submissions;
import org.dudao.upkeep.Contents;
import org.dudao.upkeep.Purge;
import org.dudao.upkeep.Site;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a purge removes is needed by nothing that is in force, now or when all is judged
 * anew.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PurgeTests {

	private static final String REPLACED = "submission_id in (select id from submission where file_name like 'rotation-%'"
			+ " and state = 'SUPERSEDED')";

	private final House house;

	@TempDir
	private Path folder;

	private Instant before = Instant.EPOCH;

	PurgeTests(TestDatabase database) {
		this.house = House.on(database);
	}

	/**
	 * The figures of 2023 were restated after those of 2024 came; rotation was sent three
	 * times.
	 */
	@BeforeEach
	void yearsAgo() {
		assertThat(this.house.count("removal")).isZero();
		this.house.put("420602/funding-2023.csv", Sheets.funding("420602", 2023, 1000, 12_000_000L))
			.put("420602/rotation-1.csv", Sheets.rotation("420602", 2023, 100, 4, 1))
			.put("420606/draft.csv", Sheets.rotation("420606", 2022, 3, 5, 0));
		this.house.night();
		this.house.put("420602/funding-2024.csv", Sheets.funding("420602", 2024, 1000, 11_500_000L))
			.put("420602/rotation-2.csv", Sheets.rotation("420602", 2023, 100, 5, 1));
		this.house.night();
		this.house.put("420602/funding-2023-restated.csv", Sheets.funding("420602", 2023, 1000, 11_000_000L))
			.put("420602/rotation-3.csv", Sheets.rotation("420602", 2023, 100, 30, 12));
		this.house.night();
		this.house.clock().advance(Duration.ofDays(400));
		this.before = this.house.clock().instant().minus(Duration.ofDays(30));
	}

	private Purge purge() {
		return new Purge(this.house.part(JdbcTemplate.class), this.house.part(Deciding.class),
				this.house.part(Settings.class), this.house.part(Archive.class), this.house.part(Clock.class));
	}

	@Test
	void removesWhatIsInForceNowhereAndNotWhatWasComparedWith() {
		String digest = this.house.digest();
		assertThat(purge().remove(this.before, false, "officer-7")).containsEntry("FACTS", 2L);
		assertThat(this.house.count("fact_teacher_rotation where " + REPLACED)).isZero();
		assertThat(this.house.count("fact_teacher_rotation")).isEqualTo(1);
		assertThat(this.house.count("fact_funding")).as("2023, 2023 restated, 2024").isEqualTo(3);
		assertThat(this.house.digest()).isEqualTo(digest);
		assertThat(this.house.count("removal where what = 'FACTS' and amount = 2 and author = 'officer-7'"))
			.isEqualTo(1);
	}

	@Test
	void judgingAllAnewComesToTheSameWithAndWithout() throws IOException {
		Path file = this.folder.resolve("before.zip");
		backup(file);
		TestDatabase.Connection connection = TestDatabase.H2.fresh();
		Path home = House.newHome();
		try (Site site = site(home, connection)) {
			site.restore(file);
		}
		purge().remove(this.before, true, "officer-7");
		FileSystemUtils.copyRecursively(Path.of("jobs"), this.folder.resolve("jobs"));
		Sheets.addRule(this.folder.resolve("jobs"));
		try (House unpurged = House.at(connection, home)) {
			unpurged.clock().set(this.house.clock().instant());
			assertThat(nightByMoreRules(this.house)).isEqualTo(nightByMoreRules(unpurged));
		}
	}

	private String nightByMoreRules(House where) {
		try (House other = where.with(this.folder.resolve("jobs"))) {
			other.clock().set(where.clock().instant());
			other.put("420602/rotation-2024.csv", Sheets.rotation("420602", 2024, 100, 12, 3));
			other.night();
			assertThat(other.openFindings()).anyMatch((one) -> one.startsWith("rotation-at-least-20-percent"));
			return other.digest();
		}
	}

	@Test
	void dryRunSaysHowMuchAndChangesNothing() {
		Map<String, Long> would = purge().look(this.before, true);
		assertThat(this.house.count("removal")).isZero();
		assertThat(would).containsEntry("FACTS", 2L).containsEntry("FILES", 3L).containsEntry("JOBS", 2L);
		assertThat(purge().remove(this.before, true, "officer-7")).isEqualTo(would);
		assertThat(purge().look(this.before, true).values()).containsOnly(0L);
	}

	@Test
	void nothingIsOldEnoughYet() {
		Instant start = SettableClock.START;
		assertThat(purge().look(start, true)).containsEntry("FACTS", 0L).containsEntry("FILES", 0L);
	}

	@Test
	void momentWhoseFactsAreGoneIsNotToldOf() throws IOException {
		Instant first = SettableClock.START.plus(Duration.ofDays(1)).plusSeconds(60);
		Instant after = this.before.plusSeconds(60);
		PastDigest digest = this.house.part(PastDigest.class);
		assertThatCode(() -> digest.of(first)).doesNotThrowAnyException();
		String known = digest.of(after).digest();
		purge().remove(this.before, false, "officer-7");
		assertThatThrownBy(() -> digest.of(first)).isInstanceOf(Forgotten.class);
		assertThat(digest.of(after).digest()).isEqualTo(known);
		long run = this.house.jdbc().sql("select min(id) from run").query(Long.class).single();
		assertThatThrownBy(() -> this.house.part(Replay.class).run(run, Object.class)).isInstanceOf(Forgotten.class);
	}

	@Test
	void fileWhosePredecessorIsGoneIsNotWithdrawn() throws IOException {
		purge().remove(this.before, false, "officer-7");
		String digest = this.house.digest();
		long last = this.house.submission("rotation-3.csv").id();
		Pipeline pipeline = this.house.part(Pipeline.class);
		assertThatThrownBy(() -> pipeline.withdraw(new Withdrawal(last, "wrong", "officer-7"))).isInstanceOfSatisfying(
				CannotWithdraw.class, (refused) -> assertThat(refused.reason().code()).isEqualTo("withdraw.purged"));
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void whatReplacedNothingIsStillWithdrawn() throws IOException {
		purge().remove(this.before, false, "officer-7");
		long restated = this.house.submission("funding-2023-restated.csv").id();
		this.house.part(Pipeline.class).withdraw(new Withdrawal(restated, "wrong", "officer-7"));
		assertThat(this.house.inForce()).anyMatch((slot) -> slot.endsWith(" 2023 funding-2023.csv"));
	}

	@Test
	void closedFindingIsStillExplainedAndSaysWhereItsLinesWent() throws IOException {
		long finding = this.house.jdbc()
			.sql("select id from finding where rule = 'rotation-at-least-10-percent' and state = 'CLOSED'")
			.query(Long.class)
			.single();
		Instant then = SettableClock.START.plus(Duration.ofDays(1)).plusSeconds(60);
		purge().remove(this.before, true, "officer-7");
		Explanation explanation = this.house.part(Explainer.class).explain(finding, then).orElseThrow();
		SourceLines lines = new SourceLines(this.house.part(Submissions.class), this.house.part(Archive.class));
		assertThat(explanation.evidence()).isNotEmpty();
		long first = this.house.submission("rotation-1.csv").id();
		assertThat(lines.purged(first)).isPresent();
		assertThat(lines.raw(first, java.util.Set.of(2))).isEmpty();
	}

	@Test
	void archiveGoesOnlyWhenItIsAskedFor() throws IOException {
		int files = this.house.files("archive").size();
		purge().remove(this.before, false, "officer-7");
		assertThat(this.house.files("archive")).hasSize(files);
		purge().remove(this.before, true, "officer-7");
		assertThat(this.house.files("archive")).as("rotation-1, rotation-2 and the rejected draft").hasSize(files - 3);
		assertThat(backup(this.folder.resolve("after.zip")).missing()).isEmpty();
		String digest = this.house.digest();
		this.house.night();
		assertThat(this.house.digest()).as("the same inbox once more").isEqualTo(digest);
	}

	/** Rows that came back could be merged into nothing. */
	@Test
	void rejectedRowsWhoseFileIsGoneAreNotGivenOutNorTakenBack() throws IOException {
		long draft = this.house.submission("draft.csv").id();
		CorrectionFile rows = this.house.part(CorrectionFile.class);
		Path before = this.folder.resolve("before.csv");
		assertThat(rows.write(draft, before, Locale.ENGLISH)).isEqualTo(1);
		purge().remove(this.before, true, "officer-7");
		Path after = this.folder.resolve("after.csv");
		assertGone(() -> rows.write(draft, after, Locale.ENGLISH));
		assertThat(after).doesNotExist();
		assertGone(() -> this.house.part(Corrections.class).merge(before, null, after));
	}

	private static void assertGone(ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(CorrectionRefused.class,
				(refused) -> assertThat(refused.reason().code()).isEqualTo("correction.purged"));
	}

	@Test
	void fileThatIsSentAgainIsReadAgain() {
		purge().remove(this.before, true, "officer-7");
		this.house.take("rotation-1.csv", "420602", Sheets.accepting("it was right"));
		assertThat(this.house.inForce()).contains("teacher-rotation/rotation 420602 2023 rotation-1.csv");
		assertThat(this.house.count("fact_teacher_rotation where submission_id = ?",
				this.house.submission("rotation-1.csv").id()))
			.isEqualTo(1);
		assertThat(this.house.count("submission where facts_purged_at is not null")).isEqualTo(1);
	}

	@Test
	void jobsOfLongAgoAreForgottenButForTheLast() {
		purge().remove(this.before, false, "officer-7");
		assertThat(this.house.count("BATCH_JOB_EXECUTION")).isEqualTo(1);
		assertThat(this.house.count("BATCH_JOB_INSTANCE")).isEqualTo(1);
		assertThat(this.house.count("BATCH_STEP_EXECUTION where JOB_EXECUTION_ID not in"
				+ " (select JOB_EXECUTION_ID from BATCH_JOB_EXECUTION)"))
			.isZero();
		this.house.night();
		assertThat(this.house.count("BATCH_JOB_EXECUTION")).isEqualTo(2);
	}

	/** Without the list of the last night, every file of the inbox would count as new. */
	@Test
	void lastListOfEachInboxStays() throws IOException {
		Path other = Files.createDirectories(this.folder.resolve("other"));
		Files.writeString(Files.createDirectories(other.resolve("420602")).resolve("letter.pdf"), "%PDF");
		Files.writeString(other.resolve("420602/funding-2022.csv"), Sheets.funding("420602", 2022, 1000, 9_000_000L));
		long inboxes = this.house.jdbc().sql("select max(id) from run").query(Long.class).single();
		this.house.part(Pipeline.class).nightly(other);
		this.house.part(Pipeline.class).nightly(other);
		for (Path inbox : List.of(other, this.house.inbox())) {
			try (Stream<Path> files = Files.walk(inbox)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
				}
			}
		}
		assertThat(purge().remove(Instant.now().plus(Duration.ofDays(3650)), false, "officer-7").get("PLANS"))
			.isPositive();
		assertThat(this.house.jdbc()
			.sql("select distinct run_id from planned_file where outcome in ('KNOWN', 'LEFT') order by run_id")
			.query(Long.class)
			.list()).containsExactly(inboxes, inboxes + 2);
		WaitingFiles waiting = this.house.part(WaitingFiles.class);
		assertThat(waiting.look(this.house.inbox()).map(waiting::of)).hasValue(0);
		assertThat(waiting.look(other).map(waiting::of)).hasValue(0);
	}

	@Test
	void receiptsOfLongAgoGoAndCanBeWrittenAnew() throws IOException {
		assertThat(this.house.files("outbox")).anyMatch((name) -> name.endsWith("回执.html"));
		purge().remove(this.before, false, "officer-7");
		assertThat(this.house.files("outbox")).isNotEmpty().noneMatch((name) -> name.contains("回执"));
	}

	private Contents backup(Path file) throws IOException {
		Files.deleteIfExists(file);
		try (Site site = site(this.house.home(), this.house.connection())) {
			return site.backup(file);
		}
	}

	private static Site site(Path home, TestDatabase.Connection connection) {
		return Site.open(home, "--spring.datasource.url=" + connection.url(),
				"--spring.datasource.username=" + connection.user(),
				"--spring.datasource.password=" + connection.password());
	}

}
