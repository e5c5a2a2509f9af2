package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.dudao.DudaoApplication;
import org.dudao.batch.Replayed.Compared;
import org.dudao.batch.Replayed.Difference;
import org.dudao.database.TestDatabase;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Statement;
import org.dudao.finding.Statements;
import org.dudao.message.Message;
import org.dudao.report.Digest.Part;
import org.dudao.submission.Archive;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A past run comes out the same once more, unless somebody had a hand in it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReplayTests {

	private final TestDatabase database;

	private House house;

	private long first;

	ReplayTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		Sheets.county().forEach(this.house::put);
		this.first = this.house.night().run();
	}

	private long take(String name, String text) {
		long run = this.house.put("420602/" + name, text).take(name, "420602", Sheets.accepting("as agreed")).run();
		assertThat(this.house.state(name)).isEqualTo(SubmissionState.PUBLISHED);
		return run;
	}

	private Replayed replay(long run) {
		try {
			return this.house.part(Replay.class).run(run, DudaoApplication.class);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static List<Part> different(Replayed replayed) {
		return replayed.parts().stream().filter((part) -> !part.isEqual()).map(Compared::part).toList();
	}

	@Test
	void everyRunComesOutTheSameWhateverCameAfterIt() throws IOException {
		long breach = take("breach.csv", Sheets.rotation("420602", 2024, 100, 4, 1));
		take("less.csv", Sheets.funding("420602", 2024, 1000, 9_000_000));
		long mended = take("mended.csv", Sheets.rotation("420602", 2024, 100, 40, 20));
		this.house.clock().advance(Duration.ofHours(1));
		long withdrawn = this.house.part(Pipeline.class)
			.withdraw(new Withdrawal(this.house.submission("mended.csv").id(), "of another year", "officer-7"))
			.run();
		explainOneFindingAndCloseAnother();
		long before = take("before.csv", Sheets.funding("420602", 2023, 1000, 8_000_000));
		long parent = this.house.submission("rotation-2024.csv").id();
		CorrectionDesk desk = new CorrectionDesk(this.house);
		long last = this.house
			.put("420606/corrected.csv",
					CorrectionDesk
						.csv(CorrectionDesk.changed(desk.rows(parent), (cell) -> cell.equals("5") ? "2" : cell)))
			.night()
			.run();
		assertThat(this.house.count("corrected_row")).isPositive();
		assertThat(this.house.count("finding_event where event = 'LAPSED'")).isPositive();

		for (long run : new long[] { this.first, breach, mended, withdrawn, before, last }) {
			Replayed replayed = replay(run);
			assertThat(replayed.parts()).as("run %d: %s", run, replayed.parts())
				.allSatisfy((part) -> assertThat(part.isEqual()).isTrue());
			assertThat(replayed.notes()).isEmpty();
		}
		assertThat(this.house.jdbc().sql("select count(*) from run").query(Long.class).single()).isEqualTo(7);
	}

	/** The first for that day only, so that it lapses in the night. */
	private void explainOneFindingAndCloseAnother() {
		Statements statements = this.house.part(Statements.class);
		this.house.clock().advance(Duration.ofHours(1));
		Instant now = this.house.clock().instant();
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		statements.enter(finding("rotation-at-least%"),
				new Statement(State.EXPLAINED, "one-time-funding", "a grant", today, "officer-7"), today, now);
		statements.enter(finding("%fund%"), new Statement(State.CLOSED, null, "seen", null, "officer-7"), today, now);
	}

	private long finding(String rule) {
		assertThat(this.house.openFindings()).anySatisfy((one) -> assertThat(one).contains(rule.replace("%", "")));
		return this.house.jdbc()
			.sql("select min(id) from finding where state = 'OPEN' and rule like ?")
			.param(rule)
			.query(Long.class)
			.single();
	}

	@Test
	void figureChangedByHandIsFound() {
		long id = this.house.jdbc()
			.sql("select max(id) from indicator_value where indicator = 'rotation-share' and region = '420602' and period = 2024")
			.query(Long.class)
			.single();
		this.house.jdbc().sql("update indicator_value set figure = 77 where id = ?").param(id).update();
		long last = take("more.csv", Sheets.funding("420602", 2022, 1000, 9_000_000));
		Replayed replayed = replay(last);
		assertThat(replayed.isEqual()).isFalse();
		assertThat(different(replayed)).containsExactly(Part.INDICATORS);
		List<Difference> told = replayed.parts().get(Part.INDICATORS.ordinal()).differences();
		assertThat(told).singleElement().satisfies((one) -> {
			assertThat(one.key()).startsWith("indicator rotation-share 420602 2024");
			assertThat(one.column()).isEqualTo("figure");
			assertThat(one.kept()).isEqualTo("77");
			assertThat(one.anew()).isEqualTo("8");
		});
	}

	@Test
	void fileThatIsNotWhatWasReceivedIsFound() throws IOException {
		Path kept = this.house.part(Archive.class).path(this.house.submission("rotation-2024.csv").sha256());
		Files.writeString(kept, Files.readString(kept).replace(",10,2,1", ",10,3,1"));
		Replayed replayed = replay(this.first);
		assertThat(different(replayed)).contains(Part.FACTS);
		assertThat(replayed.notes()).extracting(Message::code).containsExactly("replay.file-unlike");
	}

	@Test
	void runIsReplayedWithItsOwnCatalogue(@TempDir Path jobs) throws IOException {
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Sheets.addRule(jobs);
		long changed;
		try (House other = this.house.with(jobs)) {
			other.clock().set(this.house.clock().instant());
			changed = other.night().run();
			assertThat(other.count("finding where rule = 'rotation-at-least-20-percent'")).isPositive();
		}
		FileSystemUtils.deleteRecursively(jobs);
		assertThat(different(replay(this.first))).isEmpty();
		assertThat(different(replay(changed))).isEmpty();
	}

	@Test
	void runThatCannotBeReplayedIsRefusedWithTheReason() throws IOException {
		assertThatExceptionOfType(CannotReplay.class).isThrownBy(() -> replay(this.first + 1))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("replay.unknown"));
		this.house.jdbc().sql("update run set outcome = 'ABANDONED' where id = ?").param(this.first).update();
		assertThatExceptionOfType(CannotReplay.class).isThrownBy(() -> replay(this.first))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("replay.not-done"));
		this.house.jdbc().sql("update run set outcome = 'DONE' where id = ?").param(this.first).update();
		Files.delete(this.house.part(Archive.class).path(this.house.part(org.dudao.catalog.Catalog.class).version()));
		assertThatExceptionOfType(CannotReplay.class).isThrownBy(() -> replay(this.first))
			.satisfies((refused) -> assertThat(refused.reason().code()).isEqualTo("replay.no-catalogue"));
	}

}
