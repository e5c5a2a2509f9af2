package org.dudao.batch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dudao.database.TestDatabase;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What bad input gets, whole files and rows. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BadInputTests {

	private static final Charset GBK = Charset.forName("GB18030");

	private static final String SOUND = Sheets.schools("420602", 2024, 20);

	/** A file, and the state and reason that it must end in. */
	private record Bad(String name, byte[] bytes, SubmissionState state, String reason) {

		Bad(String name, String text, SubmissionState state, String reason) {
			this(name, text.getBytes(StandardCharsets.UTF_8), state, reason);
		}

		String outcome() {
			return this.name + " " + this.state + " " + this.reason;
		}

	}

	private static final List<Bad> FILES = List.of(new Bad("empty.csv", "", SubmissionState.REJECTED, "[file.empty]"),
			new Bad("blank.csv", "\n\n\n", SubmissionState.REJECTED, "[header.empty]"),
			new Bad("header-only.csv", Sheets.ROTATION, SubmissionState.REJECTED, "[header.no-rows]"),
			new Bad("unknown-header.csv", "序号,学校全称,举办者\n1,一小,教育部门\n", SubmissionState.REJECTED, "[header.unknown]"),
			new Bad("missing-column.csv", "行政区划代码,学年,学校名称,学段,符合交流条件教师数\n420602,2022,一小,小学,9\n",
					SubmissionState.REJECTED, "[header.missing]"),
			new Bad("duplicate-column.csv", Sheets.ROTATION.replace("学校名称", "学校名称,学校") + "420602,2022,一小,一小,小学,9,3,1\n",
					SubmissionState.REJECTED, "[header.duplicate]"),
			new Bad("nul.csv", SOUND.replace("10小", "1\0小"), SubmissionState.REJECTED, "[file.nul]"),
			new Bad("malformed.csv", broken(SOUND.getBytes(StandardCharsets.UTF_8)), SubmissionState.REJECTED,
					"[file.malformed-utf8]"),
			new Bad("cut-in-character.csv", cutInCharacter(), SubmissionState.REJECTED, "[file.malformed]"),
			new Bad("long-line.csv", Sheets.ROTATION + "x".repeat((1 << 20) + 1) + "\n", SubmissionState.REJECTED,
					"[file.line-too-long]"),
			new Bad("wide.csv", SOUND + ",".repeat(600) + "\n", SubmissionState.REJECTED, "[file.too-many-columns]"),
			new Bad("quote.csv", SOUND + "420602,2024-2025,\"二十一小,小学,10,2,1\n", SubmissionState.REJECTED,
					"[file.quote-open]"),
			new Bad("workbook.csv", "PK\u0003\u0004 and more", SubmissionState.REJECTED, "[file.workbook]"),
			new Bad("bad-rows.csv",
					Sheets.ROTATION + Sheets.rotationRow("420602", 2021, "一小", 9, 3, 1)
							+ Sheets.rotationRow("420602", 2021, "二小", 3, 9, 1),
					SubmissionState.REJECTED, "[gate.too-many-rejected]"),
			new Bad("no-figure.csv", "行政区划代码,年度,学段,教育经费（元）\n420602,2021,小学,-\n", SubmissionState.REJECTED,
					"[gate.no-facts]"),
			new Bad("cut.csv", Sheets.schools("420602", 2020, 3) + "420602,2020-2021,四小,小", SubmissionState.HELD,
					"[sensor.last-line-cut]"),
			new Bad("swapped.csv", swapped(), SubmissionState.REJECTED, "[row.swapped]"), new Bad("sound.csv",
					SOUND + Sheets.rotationRow("420602", 2024, "坏小学", 3, 5, 0), SubmissionState.PUBLISHED, "[]"));

	private final TestDatabase database;

	private House house;

	BadInputTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	/** A byte that no text has, half way. */
	private static byte[] broken(byte[] bytes) {
		bytes[bytes.length / 2] = (byte) 0xFF;
		return bytes;
	}

	private static byte[] cutInCharacter() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(SOUND.getBytes(GBK));
		bytes.writeBytes(new byte[] { '4', '2', '0', '6', '0', '2', ',', (byte) 0xD0 });
		return bytes.toByteArray();
	}

	/** Growth and share exchanged in all rows but none that would fit by chance. */
	private static String swapped() {
		StringBuilder text = new StringBuilder(
				"地区,一般公共预算教育经费（亿元）,一般公共预算教育经费占一般公共预算支出比例（%）,一般公共预算教育经费本年比上年增长（%）,财政经常性收入本年比上年增长（%）,"
						+ "一般公共预算教育经费与财政经常性收入增长幅度比较（百分点）,更新年度\n");
		List<String> regions = List.of("420602", "420606", "420607", "420624", "420625", "420626", "420682", "420683",
				"420684");
		for (int i = 0; i < regions.size(); i++) {
			String growth = (i + 3) + ".5";
			String share = (15 + i) + ".25";
			text.append(regions.get(i) + ",12.3," + growth + "," + share + ",1.5," + (i + 2) + ".0,2023\n");
		}
		return text.toString();
	}

	@Test
	void eachFileEndsWhereTheTableSays() {
		FILES.forEach((file) -> this.house.put("420600/" + file.name(), file.bytes()));
		this.house.night();
		assertThat(FILES.stream().map(Bad::name))
			.extracting((name) -> name + " " + this.house.state(name) + " " + this.house.reasons(name))
			.containsExactlyElementsOf(FILES.stream().map(Bad::outcome).toList());
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420602 2024 sound.csv");
		long held = this.house.submission("cut.csv").id();
		long sound = this.house.submission("sound.csv").id();
		assertThat(this.house.count("fact_teacher_rotation where submission_id not in (?, ?)", held, sound)).isZero();
		assertThat(this.house.count("fact_funding")).isZero();
		assertThat(this.house.count("fact_budget")).isZero();
	}

	@Test
	void factsWrittenBeforeTheDamageWasMetAreRemoved() {
		this.house.put("420602/late.csv", Sheets.schools("420602", 2024, 3000) + "420602,2024-2025,\"末小,小学,10,2,1\n");
		this.house.night();
		assertThat(this.house.reasons("late.csv")).containsExactly("file.quote-open");
		assertThat(this.house.submission("late.csv").ledger().read()).isPositive();
		assertThat(this.house.count("fact_teacher_rotation")).isZero();
	}

	@Test
	void cutFileIsPublishedWhenAnOfficerAcceptsIt() {
		this.house.put("420602/cut.csv", Sheets.schools("420602", 2024, 3) + "420602,2024-2025,四小,小");
		this.house.night();
		assertThat(this.house.state("cut.csv")).isEqualTo(SubmissionState.HELD);
		this.house.take("cut.csv", "420602", Sheets.accepting("the fourth school was closed"));
		assertThat(this.house.state("cut.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.count("fact_teacher_rotation")).isEqualTo(3);
	}

	@Test
	void whatWasPublishedStaysInForceWhenALaterFileIsRejected() {
		this.house.put("420602/good.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		String digest = this.house.digest();
		this.house.put("420602/bad.csv", Sheets.rotation("420602", 2024, 3, 5, 0)).night();
		assertThat(this.house.state("bad.csv")).isEqualTo(SubmissionState.REJECTED);
		assertThat(this.house.state("good.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void rejectedBytesAreReadAgainOnlyUnderAnotherName() {
		String text = Sheets.rotation("420602", 2024, 3, 5, 0);
		this.house.put("420602/bad.csv", text).night();
		assertThat(this.house.unread(this.house.night())).containsExactly("bad.csv known.rejected");
		this.house.clearInbox().put("420602/2024.csv", text).night();
		assertThat(this.house.submission("2024.csv").attempt()).isEqualTo(2);
		assertThat(this.house.state("2024.csv")).isEqualTo(SubmissionState.REJECTED);
		assertThat(this.house.count("rejected_row")).isEqualTo(1);
	}

	@Test
	void waitingFileThatWasSentTwiceIsNamedOnce() {
		this.house.put("420602/bad.csv", Sheets.rotation("420602", 2024, 3, 5, 0));
		this.house.put("420602/resent/bad.csv", Sheets.rotation("420602", 2024, 3, 5, 0));
		assertThat(this.house.night().waiting()).hasSize(1);
	}

}
