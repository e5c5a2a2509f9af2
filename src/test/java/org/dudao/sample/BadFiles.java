package org.dudao.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.dudao.catalog.Text;
import org.dudao.sample.Received.Rows;

/** The files that a run must not publish. */
final class BadFiles {

	private static final int LINES_OF_UNITS = 110;

	private BadFiles() {
	}

	/** What the sheet becomes on its way, and what its sender puts beside it. */
	static List<Received> receive(Sheet sheet) {
		return switch (sheet.path()) {
			case "420602/funding-2022.csv" -> sentTwice(sheet.receive());
			case "420606/funding-2024.csv" -> List.of(sheet.receive(), schools());
			case "420624/funding-2024.csv" -> List.of(sheet.receive(), empty());
			case "420626/teacher-rotation-2023-2024.csv" -> List.of(headerOnly(sheet));
			case "420682/class-size-2023-2024.csv" -> List.of(unitsInCells(sheet));
			case "420683/teacher-rotation-2024-2025.csv" -> List.of(cutInCharacter(sheet.receive()));
			case "420684/class-size-2023-2024.csv" -> List.of(cutInLastLine(sheet.receive()));
			case "420684/teacher-rotation-2024-2025.csv" -> List.of(sheet.receive(), draft());
			default -> List.of(sheet.receive());
		};
	}

	private static List<Received> sentTwice(Received file) {
		return List.of(file, file.resent("420602/resent/funding-2022.csv",
				Outcome.known("known.twice", "the same bytes as funding-2022.csv", "与funding-2022.csv内容完全相同")));
	}

	/** No feed has such a header. */
	private static Received schools() {
		Sheet sheet = new Sheet("420606/school-list-2024.csv", Form.GBK_CRLF);
		sheet.header(List.of("序号", "学校全称", "举办者", "建校年月"));
		sheet.data(List.of("1", "樊城区第01小学", "教育部门", "1985-09"));
		sheet.data(List.of("2", "樊城区第02小学", "教育部门", "1992-09"));
		return sheet.receive()
			.as(Outcome.rejected("header.unknown", "a list of schools: no feed has this header", "学校名录，表头不属于任何数据表"),
					Rows.NONE);
	}

	private static Received empty() {
		return new Received("420624/export.csv", new byte[0], Outcome.rejected("file.empty", "zero bytes", "文件为空"),
				Rows.NONE, List.of());
	}

	private static Received headerOnly(Sheet sheet) {
		Sheet bare = new Sheet(sheet.path(), Form.BARE_CR);
		bare.header(sheet.header());
		return bare.receive().as(Outcome.rejected("header.no-rows", "a header and no row", "只有表头，没有数据"), Rows.NONE);
	}

	/** Somebody wrote the unit behind every figure, down to some line. */
	private static Received unitsInCells(Sheet sheet) {
		List<Line> rows = sheet.rows();
		for (Line row : rows.subList(0, LINES_OF_UNITS)) {
			sheet.spoil(row, "教学班数", row.cells().get(5) + "个", "row.unit-in-cell", new Text("", ""));
		}
		return sheet.receive()
			.as(Outcome.rejected("gate.too-many-rejected",
					LINES_OF_UNITS + " of " + rows.size() + " rows have a unit behind the number of classes",
					rows.size() + "行中有" + LINES_OF_UNITS + "行班数后带单位"),
					new Rows(rows.size() - LINES_OF_UNITS, LINES_OF_UNITS, 0));
	}

	/** The upload broke off between the two bytes of a character. */
	private static Received cutInCharacter(Received file) {
		int end = indexOf(file.bytes(), "枣阳市第09初级中学".getBytes(Form.GBK)) + 1;
		return file.cutAfter(end, Outcome.rejected("file.malformed",
				"cut off in the middle of a character; the last byte, at offset " + (end - 1) + ", is half of one",
				"上传中断，末字节（偏移量" + (end - 1) + "）是半个汉字"), Rows.NONE);
	}

	/** The upload broke off in a line, at a place where the bytes are still good text. */
	private static Received cutInLastLine(Received file) {
		String row = "宜城市第07初级中学,初中,九年级,";
		String text = new String(file.bytes(), StandardCharsets.UTF_8);
		String kept = text.substring(0, text.indexOf(row) + row.length() + 3);
		int whole = (int) kept.lines().count() - 2;
		return file.cutAfter(kept.getBytes(StandardCharsets.UTF_8).length,
				Outcome.held("sensor.last-line-cut", "the last line is cut: the upload broke off", "最后一行不完整，上传中断"),
				new Rows(whole, 1, 0));
	}

	/** A column that the feed cannot do without is missing. */
	private static Received draft() {
		Sheet sheet = new Sheet("420684/teacher-rotation-2025-2026-draft.csv", Form.UTF_8_MARKED);
		sheet.header(List.of("地区代码", "学年", "学校名称", "学段", "符合交流条件教师数"));
		sheet.data(List.of("420684", "2025", "宜城市第01小学", "小学", "41"));
		return sheet.receive()
			.as(Outcome.rejected("header.missing", "the column of rotated teachers is missing", "缺“实际交流教师数”列"),
					Rows.NONE);
	}

	private static int indexOf(byte[] bytes, byte[] part) {
		for (int i = 0; i <= bytes.length - part.length; i++) {
			if (Arrays.mismatch(bytes, i, i + part.length, part, 0, part.length) < 0) {
				return i;
			}
		}
		throw new IllegalArgumentException("not in the file");
	}

}
