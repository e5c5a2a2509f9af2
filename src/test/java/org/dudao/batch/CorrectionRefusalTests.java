package org.dudao.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dudao.database.TestDatabase;
import org.dudao.report.RunSummary;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A correction file that cannot be taken back says why, and changes nothing. */
class CorrectionRefusalTests {

	private House house;

	private CorrectionDesk desk;

	private Submission parent;

	@BeforeEach
	void send() {
		this.house = House.on(TestDatabase.H2);
		this.desk = new CorrectionDesk(this.house);
		this.house
			.put("420602/r.csv",
					Sheets.schools("420602", 2024, 20) + Sheets.rotationRow("420602", 2024, "甲校", 10, 12, 1)
							+ Sheets.rotationRow("420602", 2024, "乙校", 10, 13, 1))
			.night();
		this.house.clearInbox();
		this.parent = this.house.submission("r.csv");
	}

	private List<List<String>> corrected() {
		return CorrectionDesk.changed(this.desk.rows(this.parent.id()), (cell) -> cell.matches("1[23]") ? "2" : cell);
	}

	private List<String> said(String path, byte[] bytes) {
		RunSummary summary = this.house.put(path, bytes).night();
		this.house.clearInbox();
		return this.house.unread(summary).stream().map((line) -> line.substring(line.indexOf(' ') + 1)).toList();
	}

	static Stream<Arguments> mistakes() {
		return Stream.of(mistake("correction.number", (rows) -> rows.get(1).set(0, "")),
				mistake("correction.number", (rows) -> rows.add(new ArrayList<>(List.of("", "", "", "", "", "新校")))),
				mistake("correction.number-twice", (rows) -> rows.get(1).set(0, rows.get(2).get(0))),
				mistake("correction.not-rejected",
						(rows) -> rows.get(1).set(0, rows.get(1).get(0).replaceFirst("-[0-9]+$", "-3"))),
				mistake("correction.not-rejected",
						(rows) -> rows.get(1).set(0, rows.get(1).get(0).replaceFirst("-[0-9]+$", "-999"))),
				mistake("correction.unknown",
						(rows) -> rows.subList(1, 3).forEach((row) -> row.set(0, "9" + row.get(0)))),
				mistake("correction.unknown",
						(rows) -> rows.subList(1, 3)
							.forEach((row) -> row.set(0, row.get(0).replaceFirst("-.{12}-", "-0123456789ab-")))),
				mistake("correction.two-parents", (rows) -> rows.get(2).set(0, "9" + rows.get(2).get(0))),
				mistake("correction.action", (rows) -> rows.get(1).set(4, "改好了")),
				mistake("correction.empty-row", (rows) -> rows.get(1).subList(5, 12).replaceAll((cell) -> " ")),
				mistake("correction.no-rows", (rows) -> rows.subList(1, 3).clear()),
				mistake("correction.column-missing", (rows) -> rows.forEach((row) -> row.remove(7))),
				mistake("correction.column-twice", (rows) -> rows.forEach((row) -> row.add(row.get(7)))),
				mistake("correction.nothing-changed", (rows) -> rows.subList(1, 3)
					.forEach((row) -> row.set(10, row.get(0).endsWith("22") ? "12" : "13"))));
	}

	private static Arguments mistake(String code, Consumer<List<List<String>>> mistake) {
		return arguments(code, mistake);
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void mistakeIsNamedAndNothingChanges(String code, Consumer<List<List<String>>> mistake) {
		String digest = this.house.digest();
		List<List<String>> rows = new ArrayList<>(corrected());
		mistake.accept(rows);

		assertThat(said("420602/wrong.csv", CorrectionDesk.csv(rows))).containsExactly(code);
		assertThat(said("420602/wrong.xlsx", CorrectionDesk.workbook(rows))).containsExactly(code);
		assertThat(this.house.count("submission")).isEqualTo(1);
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void anotherSenderCannotCorrectIt() {
		assertThat(said("420606/r.csv", CorrectionDesk.csv(corrected()))).containsExactly("correction.sender");
	}

	@Test
	void olderOfAChainNamesTheNewest() {
		byte[] first = CorrectionDesk.csv(corrected().subList(0, 2));
		assertThat(said("420602/first.csv", first)).isEmpty();
		Submission child = this.house.submission("r.csv");
		assertThat(child.id()).isNotEqualTo(this.parent.id());

		RunSummary summary = this.house.put("420602/second.csv", CorrectionDesk.csv(corrected())).night();

		assertThat(summary.left()).singleElement().satisfies((entry) -> {
			assertThat(entry.why().code()).isEqualTo("correction.newer");
			assertThat(entry.why().args()).containsExactly(String.valueOf(this.parent.id()),
					String.valueOf(child.id()));
		});
	}

	/** Taken one after the other, their names would decide which figure counts. */
	@Test
	void ofTwoThatDifferInOneNightNoneIsTaken() {
		String digest = this.house.digest();
		List<List<String>> other = CorrectionDesk.changed(corrected(), (cell) -> cell.equals("2") ? "3" : cell);
		this.house.put("420602/a.csv", CorrectionDesk.csv(corrected()));
		this.house.put("420602/b.xlsx", CorrectionDesk.workbook(other));
		assertThat(said("420602/c.csv", CorrectionDesk.csv(corrected()))).containsExactly("correction.rivals",
				"correction.rivals", "correction.rivals");
		assertThat(this.house.count("submission")).isEqualTo(1);
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void sameCorrectionUnderTwoNamesIsTakenOnce() {
		this.house.put("420602/a.csv", CorrectionDesk.csv(corrected()));
		assertThat(said("420602/b.csv", CorrectionDesk.csv(corrected()))).containsExactly("known.twice");
		assertThat(this.house.submission("r.csv").ledger().rejected()).isZero();
	}

	@Test
	void secondOfAFileWithNothingLeftToCorrectSaysSo() {
		assertThat(said("420602/first.csv", CorrectionDesk.csv(corrected()))).isEmpty();
		List<List<String>> other = CorrectionDesk.changed(corrected(), (cell) -> cell.equals("2") ? "3" : cell);
		assertThat(said("420602/second.csv", CorrectionDesk.csv(other))).containsExactly("correction.done");
	}

	@Test
	void workbookWithTheRowsOnTwoSheetsIsRefused() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(CorrectionDesk.workbook(corrected())))) {
			book.cloneSheet(0);
			book.write(bytes);
		}
		assertThat(said("420602/r.xlsx", bytes.toByteArray())).containsExactly("correction.two-sheets");
	}

	@Test
	void sameRowsInAnotherFormAreKnown() {
		assertThat(said("420602/first.csv", CorrectionDesk.csv(corrected()))).isEmpty();

		assertThat(said("420602/first.xlsx", CorrectionDesk.workbook(corrected()))).containsExactly("known.published");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUPERSEDED", "WITHDRAWN", "FAILED" })
	void fileThatIsNoLongerThereToBeCorrectedIsNamed(SubmissionState state) {
		byte[] correction = CorrectionDesk.csv(corrected());
		this.house.part(Submissions.class).decide(this.parent.id(), state, List.of(), this.house.clock().instant());

		assertThat(said("420602/r.csv", correction)).containsExactly(switch (state) {
			case SUPERSEDED -> "correction.superseded";
			case WITHDRAWN -> "correction.withdrawn";
			default -> "correction.unfinished";
		});
	}

	@Test
	void fileBrokenAsBytesHasNoRowsToCorrect() {
		this.house.put("420602/broken.csv", new byte[] { 'a', ',', 'b', '\n', 0, 0, 0 }).night();
		this.house.clearInbox();
		Submission broken = this.house.submission("broken.csv");
		assertThat(broken.state()).isEqualTo(SubmissionState.REJECTED);
		List<List<String>> rows = corrected();
		rows.subList(1, 3)
			.forEach((row) -> row.set(0, broken.id() + "-" + broken.sha256().substring(0, 12)
					+ row.get(0).substring(row.get(0).lastIndexOf('-'))));

		assertThat(said("420602/r.csv", CorrectionDesk.csv(rows))).containsExactly("correction.no-rejected");
	}

	@Test
	void workbookCutOffOnItsWayIsNamed() {
		byte[] whole = CorrectionDesk.workbook(corrected());

		assertThat(said("420602/r.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2)))
			.containsExactly("correction.no-workbook");
		assertThat(said("420602/r.xlsx", CorrectionDesk.workbook(List.of(List.of("a", "b"), List.of("1", "2")))))
			.containsExactly("inbox.workbook");
	}

	@Test
	void withdrawnCorrectionLeavesItsParentToBeCorrectedAgain() throws IOException {
		assertThat(said("420602/first.csv", CorrectionDesk.csv(corrected().subList(0, 2)))).isEmpty();
		long child = this.house.submission("r.csv").id();
		this.house.part(Pipeline.class).withdraw(new Withdrawal(child, "it was a draft", "officer-7"));

		assertThat(said("420602/second.csv", CorrectionDesk.csv(corrected()))).isEmpty();
		assertThat(this.house.submission("r.csv").ledger().rejected()).isZero();
		assertThat(this.house.state("r.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

}
