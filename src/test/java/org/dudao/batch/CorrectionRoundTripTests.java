package org.dudao.batch;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.dudao.database.TestDatabase;
import org.dudao.report.RunSummary;
import org.dudao.submission.Lineage;
import org.dudao.submission.Lineage.Link;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents;
import org.dudao.submission.SubmissionEvents.Kind;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rejected rows go out, are corrected in a spreadsheet, and come back. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CorrectionRoundTripTests {

	private static final String CLASSES = "420682/class-size-2023-2024.csv";

	private final TestDatabase database;

	private House house;

	private CorrectionDesk desk;

	CorrectionRoundTripTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		this.desk = new CorrectionDesk(this.house);
	}

	private Submission sent(String path, byte[] bytes) {
		this.house.put(path, bytes).night();
		this.house.clearInbox();
		return this.house.submission(path.substring(path.indexOf('/') + 1));
	}

	private Submission sent(String path, String text) {
		return sent(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	/** The submission that a correction file makes which is dropped into the inbox. */
	private Submission returned(Submission parent, String name, byte[] bytes) {
		RunSummary summary = this.house.put(parent.sender() + "/" + name, bytes).night();
		this.house.clearInbox();
		assertThat(this.house.unread(summary)).isEmpty();
		return summary.read().get(0);
	}

	@Test
	void sampleFileRejectedForTooManyRowsIsCorrectedThroughTheWorkbook() {
		Charset charset = Charset.forName("GB18030");
		String sent = new String(CorrectionDesk.sample(CLASSES), charset);
		Submission parent = sent(CLASSES, CorrectionDesk.sample(CLASSES));
		assertThat(parent.state()).isEqualTo(SubmissionState.REJECTED);
		assertThat(parent.ledger().rejected()).isEqualTo(110);
		List<List<String>> rows = CorrectionDesk.changed(this.desk.rows(parent.id()),
				(cell) -> cell.matches("[0-9]+个") ? cell.replace("个", "") : cell);
		// sorted the other way round, ours taken away or moved behind the sender's
		Collections.reverse(rows.subList(1, rows.size()));
		rows.forEach((row) -> {
			row.add(row.remove(0));
			row.subList(0, 3).clear();
		});

		Submission child = returned(parent, "改好了.xlsx", CorrectionDesk.workbook(rows));

		assertThat(child.state()).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(child.fileName()).isEqualTo(parent.fileName());
		assertThat(child.ledger().accepted()).isEqualTo(171);
		assertThat(this.desk.archived(child, "GB18030")).isEqualTo(sent.replaceAll("([0-9]+)个;", "$1;"));
		assertThat(this.house.part(Lineage.class).tally(child.id())).isEqualTo(new Lineage.Tally(110, 0));
	}

	@Test
	void correctionComesToTheSameAsTheWholeCorrectedFile() {
		String path = "420607/funding-2022.csv";
		String sent = CorrectionDesk.text(CorrectionDesk.sample(path));
		sent(path, sent.replace("15234900.1.2", "15234900"));
		String whole = this.house.digest();
		this.house.empty();
		Submission parent = sent(path, sent);
		assertThat(this.house.digest()).isNotEqualTo(whole);
		List<List<String>> rows = CorrectionDesk.changed(this.desk.rows(parent.id()),
				(cell) -> cell.replace("15234900.1.2", "15234900"));

		Submission child = returned(parent, "副本.csv", CorrectionDesk.csv(rows, "GBK", '\t'));

		assertThat(this.desk.archived(child, "UTF-8")).isEqualTo(sent.replace("15234900.1.2", "15234900"));
		assertThat(this.house.digest()).isEqualTo(whole);
	}

	@Test
	void rowsStillWrongComeBackAloneAndTheChainCanBeRead() {
		Submission first = sent("420602/r.csv",
				Sheets.schools("420602", 2024, 20) + Sheets.rotationRow("420602", 2024, "甲校", 10, 12, 1)
						+ Sheets.rotationRow("420602", 2024, "乙校", 10, 13, 1));
		List<List<String>> rows = new ArrayList<>(this.desk.rows(first.id()));
		assertThat(rows).hasSize(3);
		Submission second = returned(first, "one.csv", CorrectionDesk
			.csv(CorrectionDesk.changed(rows, (cell) -> cell.equals("12") ? "2" : cell.equals("13") ? "14" : cell)));

		assertThat(second.ledger().accepted()).isEqualTo(21);
		List<List<String>> again = this.desk.rows(second.id());
		assertThat(again).hasSize(2);
		assertThat(again.get(1)).contains("乙校", "14");
		assertThat(again.get(1).get(0)).startsWith(second.id() + "-");
		Submission third = returned(second, "two.xlsx",
				CorrectionDesk.workbook(CorrectionDesk.changed(again, (cell) -> cell.equals("14") ? "3" : cell)));

		assertThat(third.ledger().rejected()).isZero();
		assertThat(third.ledger().accepted()).isEqualTo(22);
		assertThat(this.house.part(Lineage.class).of(third.id()).map(Link::parent)).contains(second.id());
		assertThat(this.house.part(Lineage.class).of(second.id()).map(Link::parent)).contains(first.id());
		assertThat(this.house.part(SubmissionEvents.class).last(first.id(), Kind.CORRECTED))
			.hasValueSatisfying((event) -> assertThat(event.other()).isEqualTo(second.id()));
		assertThat(this.house.part(SubmissionEvents.class).last(third.id(), Kind.CORRECTS))
			.hasValueSatisfying((event) -> {
				assertThat(event.other()).isEqualTo(second.id());
				assertThat(event.messages().get(0).args()).containsExactly("two.xlsx", "1", "0", "0");
			});
		assertThat(this.house.part(Submissions.class).find(first.id()).orElseThrow().state())
			.isEqualTo(SubmissionState.SUPERSEDED);
	}

	@Test
	void rowLeftOutStaysRejectedAsItWasAndOneMarkedIsTakenOut() {
		String sent = Sheets.schools("420602", 2024, 20) + Sheets.rotationRow("420602", 2024, "甲校", 10, 12, 1)
				+ Sheets.rotationRow("420602", 2024, "乙校", 10, 13, 1)
				+ Sheets.rotationRow("420602", 2024, "丙校", 10, 2, 1)
				+ Sheets.rotationRow("420602", 2024, "丙校", 10, 3, 1);
		Submission parent = sent("420602/r.csv", sent);
		assertThat(parent.ledger().rejected()).isEqualTo(4);
		List<List<String>> rows = new ArrayList<>(this.desk.rows(parent.id()));
		rows.remove(1);
		rows.get(1).set(4, " 删除 ");
		rows.get(2).set(4, "Delete");

		Submission child = returned(parent, "r.csv", CorrectionDesk.csv(rows));

		assertThat(this.desk.archived(child, "UTF-8"))
			.isEqualTo(sent.replaceFirst("420602[^\n]*乙校[^\n]*\n", "").replaceFirst("420602[^\n]*丙校[^\n]*\n", ""));
		assertThat(child.ledger().accepted()).isEqualTo(21);
		assertThat(this.house.part(Lineage.class).tally(child.id())).isEqualTo(new Lineage.Tally(1, 2));
		assertThat(this.desk.rows(child.id())).hasSize(2);
		assertThat(this.desk.rows(child.id()).get(1)).contains("甲校", "22");
	}

	@Test
	void rowThatRepeatsAnAcceptedOneComesBackAndTheAcceptedOneStays() {
		Submission parent = sent("420602/r.csv",
				Sheets.ROTATION + Sheets.rotationRow("420602", 2024, "甲校", 10, 12, 1)
						+ Sheets.schools("420602", 2024, 9).substring(Sheets.ROTATION.length())
						+ Sheets.rotationRow("420602", 2024, "乙校", 10, 12, 1));
		List<List<String>> rows = CorrectionDesk.changed(this.desk.rows(parent.id()),
				(cell) -> cell.equals("12") ? "2" : cell.endsWith("校") ? "5小" : cell);

		Submission child = returned(parent, "r.csv", CorrectionDesk.csv(rows));

		assertThat(child.ledger().accepted()).isEqualTo(9);
		assertThat(this.desk.rows(child.id())).hasSize(3);
		assertThat(this.house.count("fact_teacher_rotation where submission_id = ? and school = '5小'", child.id()))
			.isEqualTo(1);
	}

	@Test
	void sameCorrectionTwiceIsKnown() {
		Submission parent = sent("420602/r.csv", Sheets.rotation("420602", 2024, 10, 12, 3));
		byte[] correction = CorrectionDesk
			.csv(CorrectionDesk.changed(this.desk.rows(parent.id()), (cell) -> cell.equals("12") ? "5" : cell));
		returned(parent, "r.csv", correction);
		String digest = this.house.digest();

		RunSummary summary = this.house.put("420602/again.csv", correction).night();

		assertThat(this.house.unread(summary)).containsExactly("again.csv known.published");
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void correctionOfAFileThatWasOvertakenIsHeldUntilAnOfficerLetsItThrough() {
		Submission parent = sent("420602/old.csv", Sheets.rotation("420602", 2024, 10, 12, 3));
		byte[] correction = CorrectionDesk
			.csv(CorrectionDesk.changed(this.desk.rows(parent.id()), (cell) -> cell.equals("12") ? "5" : cell));
		Submission later = sent("420602/new.csv", Sheets.rotation("420602", 2024, 10, 4, 3));
		String digest = this.house.digest();

		Submission child = returned(parent, "late.csv", correction);

		assertThat(child.state()).isEqualTo(SubmissionState.HELD);
		assertThat(child.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.code()).isEqualTo("sensor.overtaken");
			assertThat(reason.args()).endsWith(String.valueOf(later.id()), String.valueOf(parent.id()));
		});
		assertThat(this.house.digest()).isEqualTo(digest);
		this.house.put("420602/late.csv", correction);
		this.house.take("late.csv", null, Sheets.accepting("the later one was a draft"));
		assertThat(this.house.part(Submissions.class).find(child.id()).orElseThrow().state())
			.isEqualTo(SubmissionState.PUBLISHED);
	}

}
