package org.dudao.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import org.dudao.database.TestDatabase;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Subject;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.FindingQuery.Filter;
import org.dudao.finding.Listed;
import org.dudao.finding.Statement;
import org.dudao.finding.Statements;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Submission;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A morning at the desk, over the official files and the sample city: a held file is let
 * through, rejected rows are corrected in a workbook, a year is restated, a finding is
 * explained. Then all of it is undone, step by step, and each time what is in force is
 * what was in force before.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MorningTests {

	private static final Path SAMPLE = Path.of("sample-data/inbox");

	private static final Subject EXPLAINED = new Subject("operating-expenditure-per-student-grows", "420602", 2023,
			"senior", "");

	private static final Subject RESTATED = new Subject("public-funds-per-student-grow", "420626", 2024, "primary", "");

	private static final Subject HIDDEN = new Subject("public-funds-per-student-grow:restated", "420626", 2024,
			"primary", "");

	private static final String OFFICER = "officer";

	private final TestDatabase database;

	private House house;

	private CorrectionDesk desk;

	/** The digests before each step that is to be undone. */
	private final Deque<String> before = new ArrayDeque<>();

	MorningTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void runTheNight() throws IOException {
		this.house = House.on(this.database);
		this.desk = new CorrectionDesk(this.house);
		try (Stream<Path> files = Files.walk(SAMPLE)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				String path = SAMPLE.relativize(file).toString();
				if (!path.startsWith("420600/") || path.contains("/staffing")) {
					this.house.put(path, Files.readAllBytes(file));
				}
			}
		}
		this.house.night();
		this.house.clock().advance(Duration.ofHours(6));
	}

	@Test
	void whatAMorningDoesIsTracedAndUndone() throws IOException {
		long accepted = letTheHeldFileThrough();
		long corrected = correctRejectedRows();
		long restated = restateAYear();
		explain();
		long again = sendTheSameFiguresAgain();
		long changed = changeTheFigures();

		undo(changed);
		assertThat(state(EXPLAINED)).as("the figures that were explained are in force again")
			.isEqualTo(State.EXPLAINED);
		undo(again);
		assertThat(state(EXPLAINED)).isEqualTo(State.EXPLAINED);
		takeTheExplanationBack();
		undo(restated);
		assertThat(state(RESTATED)).isEqualTo(State.OPEN);
		undo(corrected);
		undo(accepted);
		assertThat(this.before).isEmpty();
	}

	private long letTheHeldFileThrough() {
		String name = "per-pupil-operating-expenditure-2023.csv";
		assertThat(this.house.state(name)).isEqualTo(SubmissionState.HELD);
		step();
		take(SAMPLE.resolve("110000").resolve(name), new Hints(null, null, "checked with the province", OFFICER));
		assertThat(this.house.state(name)).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.digest()).isNotEqualTo(this.before.peek());
		return this.house.submission(name).id();
	}

	private long correctRejectedRows() {
		Submission parent = this.house.submission("420682", "class-size-2023-2024.csv");
		assertThat(parent.state()).isEqualTo(SubmissionState.REJECTED);
		step();
		List<List<String>> rows = CorrectionDesk.changed(this.desk.rows(parent.id()),
				(cell) -> cell.matches("[0-9]+个") ? cell.replace("个", "") : cell);
		this.house.put("420682/corrected.xlsx", CorrectionDesk.workbook(rows));
		take(this.house.inbox().resolve("420682/corrected.xlsx"), Hints.NONE);
		Submission child = this.house.submission("420682", "class-size-2023-2024.csv");
		assertThat(child.id()).isNotEqualTo(parent.id());
		assertThat(child.state()).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(child.ledger().accepted()).isEqualTo(parent.ledger().accepted() + parent.ledger().rejected());
		return child.id();
	}

	private long restateAYear() throws IOException {
		assertThat(state(RESTATED)).isEqualTo(State.OPEN);
		step();
		long restated = send("420626/funding-2023.csv", "34453000", "32300000");
		assertThat(state(RESTATED)).isEqualTo(State.CLOSED);
		assertThat(state(HIDDEN)).as("that restating hides a fall is to be explained").isEqualTo(State.OPEN);
		assertThat(this.house.jdbc()
			.sql("select concat(outcome, ' ', classification) from verdict where live = 1 and rule = ? and region = ?"
					+ " and period = 2024 and stage = 'primary'")
			.params(RESTATED.rule(), RESTATED.region())
			.query(String.class)
			.single()).isEqualTo("HOLDS HIDDEN_BY_RESTATING");
		return restated;
	}

	private void explain() {
		step();
		say(State.EXPLAINED);
		assertThat(state(EXPLAINED)).isEqualTo(State.EXPLAINED);
	}

	private long sendTheSameFiguresAgain() throws IOException {
		step();
		long again = send("420602/funding-2023.csv", "\r\n420602,2023,小学", "\r\n\r\n420602,2023,小学");
		assertThat(state(EXPLAINED)).isEqualTo(State.EXPLAINED);
		return again;
	}

	private long changeTheFigures() throws IOException {
		step();
		long changed = send("420602/funding-2023.csv", ",77448300,", ",77448200,");
		assertThat(state(EXPLAINED)).isEqualTo(State.OPEN);
		return changed;
	}

	private void takeTheExplanationBack() {
		Statements statements = this.house.part(Statements.class);
		this.house.part(Deciding.class)
			.decide(() -> statements.reopen(finding(EXPLAINED).finding().id(), "said by mistake", OFFICER, now()));
		assertThat(this.house.digest()).isEqualTo(this.before.pop());
	}

	private void undo(long submission) throws IOException {
		this.house.clock().advance(Duration.ofMinutes(10));
		this.house.part(Pipeline.class).withdraw(new Withdrawal(submission, "undone", OFFICER));
		assertThat(this.house.digest()).isEqualTo(this.before.pop());
	}

	private void step() {
		this.before.push(this.house.digest());
	}

	private void say(State state) {
		Statements statements = this.house.part(Statements.class);
		Statement said = new Statement(state, "one-time-funding", "a gymnasium was paid in the year before", null,
				OFFICER);
		this.house.part(Deciding.class)
			.decide(() -> statements.enter(finding(EXPLAINED).finding().id(), said, LocalDate.of(2026, 11, 23), now()));
	}

	private Instant now() {
		return this.house.clock().instant();
	}

	/** A file of the sample with one thing changed. */
	private long send(String path, String was, String is) throws IOException {
		String text = Files.readString(SAMPLE.resolve(path), StandardCharsets.UTF_8);
		assertThat(text).containsOnlyOnce(was);
		this.house.put(path, text.replace(was, is));
		take(this.house.inbox().resolve(path), Hints.NONE);
		Submission submission = this.house.submission(Path.of(path).getFileName().toString());
		assertThat(submission.state()).isEqualTo(SubmissionState.PUBLISHED);
		return submission.id();
	}

	private void take(Path file, Hints hints) {
		this.house.take(new PlannedFile(file, file.getParent().getFileName().toString(), hints, null));
	}

	private State state(Subject subject) {
		return finding(subject).finding().state();
	}

	private Listed finding(Subject subject) {
		return this.house.part(FindingQuery.class)
			.find(new Filter(null, null, null, null, null, false, false))
			.stream()
			.filter((listed) -> listed.finding() != null && listed.subject().rule().equals(subject.rule())
					&& listed.subject().region().equals(subject.region())
					&& listed.subject().period() == subject.period()
					&& listed.subject().stage().equals(subject.stage()))
			.findFirst()
			.orElseThrow();
	}

}
