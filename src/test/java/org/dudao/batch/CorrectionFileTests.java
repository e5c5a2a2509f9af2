package org.dudao.batch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import org.dudao.database.TestDatabase;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The rows to correct, as the sender finds them in the outbox. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CorrectionFileTests {

	private static final String HEADER = "行政区划代码,学年,学校名称,学段,符合交流条件教师数,实际交流教师数,实际交流骨干教师数";

	private final TestDatabase database;

	private House house;

	CorrectionFileTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	private List<String> files() {
		return this.house.files("outbox").stream().filter((name) -> name.contains("-更正")).toList();
	}

	private Path correctionFile() {
		List<String> files = files().stream().filter((name) -> name.endsWith(".csv")).toList();
		assertThat(files).hasSize(1);
		return this.house.home().resolve("outbox").resolve(files.get(0));
	}

	private List<String[]> corrections() throws IOException, CsvException {
		String text = Files.readString(correctionFile());
		assertThat(text).startsWith("\uFEFF");
		return new CSVReaderBuilder(new StringReader(text.substring(1)))
			.withCSVParser(new RFC4180ParserBuilder().build())
			.build()
			.readAll();
	}

	@Test
	void holdsEachRejectedRowWithItsNumberLineAndReason() throws IOException, CsvException {
		String text = "报表\n" + HEADER + "\n420602,2024-2025,一小,小学,10,2,1\n420602,2024-2025,二小,小学,10,二,1\n\n"
				+ "420602,2024-2025,\"三,小\",小学,10,12,1\n";
		this.house.put("420602-襄城区/教师 交流.csv", text.getBytes(Charset.forName("GB18030"))).night();
		long id = this.house.submission("教师 交流.csv").id();
		assertThat(this.house.state("教师 交流.csv")).isEqualTo(SubmissionState.REJECTED);
		assertThat(files()).containsExactly("420602/" + id + "-教师 交流-更正.csv", "420602/" + id + "-教师 交流-更正.xlsx");
		String number = id + "-" + this.house.submission("教师 交流.csv").sha256().substring(0, 12) + "-";
		List<String[]> rows = corrections();
		assertThat(rows).hasSize(3);
		assertThat(rows.get(0)).containsExactly(("更正编号,行,字段,原因,处理," + HEADER).split(","));
		assertThat(rows.get(1)).startsWith(number + "4", "4", "实际交流教师数")
			.endsWith("", "420602", "2024-2025", "二小", "小学", "10", "二", "1");
		assertThat(rows.get(1)[3]).contains("“二”");
		assertThat(rows.get(2)).startsWith(number + "6", "6")
			.endsWith("", "420602", "2024-2025", "三,小", "小学", "10", "12", "1");
	}

	@Test
	void noCellRunsAsAFormula() throws IOException, CsvException {
		List<String> evil = List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1");
		StringBuilder text = new StringBuilder(HEADER + "\n");
		evil.forEach((cell) -> text.append("420602,2024-2025,\"" + cell + "\",小学,-5,+1,-\n"));
		this.house.put("420602/evil.csv", text.toString()).night();
		List<String[]> rows = corrections();
		List<String> schools = new ArrayList<>();
		rows.subList(1, rows.size()).forEach((row) -> {
			schools.add(row[7]);
			assertThat(row).as("figures stay as they are").contains("-5", "+1", "-");
		});
		assertThat(schools).containsExactlyElementsOf(evil.stream().map((cell) -> "'" + cell).toList());
	}

	@Test
	void isTakenBackWhenItsRowsAreCorrected() throws IOException {
		this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 10, 12, 3)).night();
		String corrected = Files.readString(correctionFile()).replace(",10,12,3", ",100,12,3");
		this.house.clearInbox().put("420602/rotation-corrected.csv", corrected).night();
		assertThat(this.house.state("rotation.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.count("fact_teacher_rotation where rotated = 12 and eligible = 100")).isEqualTo(1);
	}

	@Test
	void isWrittenForThePublishedFileToo() throws IOException, CsvException {
		this.house
			.put("420602/mostly.csv",
					Sheets.schools("420602", 2024, 9) + Sheets.rotationRow("420602", 2024, "坏小学", 10, 12, 1))
			.night();
		assertThat(this.house.state("mostly.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(corrections()).hasSize(2);
	}

	@Test
	void isWrittenLaterWhenTheNightEndedBeforeIt() throws IOException {
		this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 10, 12, 3));
		Path outbox = Files.writeString(this.house.home().resolve("outbox"), "a file where the folder should be");
		assertThat(catchThrowable(this.house::night)).isInstanceOf(RunFailed.class);
		Files.delete(outbox);
		this.house.night();
		assertThat(files()).hasSize(2);
	}

	@Test
	void oneThatCannotBeWrittenDoesNotKeepTheOthersBack() throws IOException {
		this.house.put("420602/a.csv", Sheets.rotation("420602", 2024, 10, 12, 3));
		this.house.put("420606/b.csv", Sheets.rotation("420606", 2024, 10, 12, 3));
		Files.createDirectories(this.house.home().resolve("outbox"));
		Files.writeString(this.house.home().resolve("outbox/420602"), "a file where the folder should be");
		assertThat(catchThrowable(this.house::night)).isInstanceOf(RunFailed.class);
		assertThat(files()).hasSize(2).allMatch((name) -> name.startsWith("420606/"));
	}

}
