package org.dudao.correction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The workbook as a spreadsheet opens it. */
class WorkbookTests {

	private static final Messages CHINESE = new Messages(Locale.CHINESE);

	@TempDir
	private Path directory;

	private Path written(List<String> cells) throws IOException {
		Path file = this.directory.resolve("w.xlsx");
		try (WorkbookSheet sheet = new WorkbookSheet(file, CHINESE)) {
			sheet.header(Columns.of(List.of("代码", "年级")).header(CHINESE));
			sheet.row(cells, Map.of(6, "没有这个年级"));
			sheet.finish();
		}
		return file;
	}

	@Test
	void everyCellIsATextAndTheFaultIsMarkedAndExplained() throws IOException {
		Path file = written(List.of("12-0123456789ab-47", "47", "年级", "原因", "", "0012", "3-4"));
		try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
			Sheet sheet = book.getSheetAt(0);
			assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
			Row row = sheet.getRow(1);
			assertThat(row).allSatisfy((cell) -> {
				assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
				assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
			});
			Cell fault = row.getCell(6);
			assertThat(fault.getStringCellValue()).isEqualTo("3-4");
			assertThat(fault.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
			assertThat(fault.getCellComment().getString().getString()).isEqualTo("没有这个年级");
			assertThat(row.getCell(5).getCellComment()).isNull();
			assertThat(row.getCell(5).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
		}
	}

	@Test
	void isReadBackAsItWasWritten() throws IOException {
		List<String> cells = List.of("12-0123456789ab-47", "47", "年级", "原因", "", "=1+1", "一\n二");
		Returned returned = WorkbookReader.read(written(cells));
		assertThat(returned.header()).containsExactly("更正编号", "行", "字段", "原因", "处理", "代码", "年级");
		assertThat(returned.lines()).containsExactly(new Returned.Line(2, cells));
	}

	/** Opens what was written, lets somebody change its first sheet, and reads it. */
	private Returned changed(Consumer<Sheet> change) throws IOException {
		Path written = written(List.of("12-0123456789ab-47", "47", "年级", "原因", "", "0012", "3-4"));
		Path file = this.directory.resolve("changed.xlsx");
		try (InputStream in = Files.newInputStream(written);
				Workbook book = WorkbookFactory.create(in);
				OutputStream out = Files.newOutputStream(file)) {
			change.accept(book.getSheetAt(0));
			book.write(out);
		}
		return WorkbookReader.read(file);
	}

	private Message refused(Consumer<Sheet> change) {
		return catchThrowableOfType(CorrectionRefused.class, () -> changed(change)).reason();
	}

	@Test
	void mergedCellsAmongTheRowsAreRefusedWithTheirPlace() {
		assertThat(refused((sheet) -> sheet.addMergedRegion(CellRangeAddress.valueOf("F2:G2"))))
			.isEqualTo(Message.of("correction.merged", "更正", "F2:G2"));
		assertThat(refused((sheet) -> sheet.addMergedRegion(CellRangeAddress.valueOf("F2:F9"))))
			.isEqualTo(Message.of("correction.merged", "更正", "F2:F9"));
		assertThat(refused((sheet) -> sheet.addMergedRegion(CellRangeAddress.valueOf("F1:G1")))).as("names of columns")
			.isEqualTo(Message.of("correction.merged", "更正", "F1:G1"));
	}

	@Test
	void mergedCellsAboveAndBelowTheRowsHideNothing() throws IOException {
		Returned returned = changed((sheet) -> {
			sheet.shiftRows(0, 1, 1);
			sheet.createRow(0).createCell(0).setCellValue("请更正");
			sheet.addMergedRegion(CellRangeAddress.valueOf("A1:G1"));
			sheet.addMergedRegion(CellRangeAddress.valueOf("A8:G9"));
		});
		assertThat(returned.lines()).hasSize(1);
		assertThat(returned.lines().get(0).number()).isEqualTo(3);
	}

	@Test
	void formulaWithoutItsResultIsRefusedWithItsPlace() {
		assertThat(refused((sheet) -> sheet.getRow(1).createCell(6).setCellFormula("1+2")))
			.isEqualTo(Message.of("correction.formula", "更正", "G2"));
	}

	/** Also when it comes to an empty text. */
	@Test
	void formulaWithItsResultIsItsResult() throws IOException {
		Returned returned = changed((sheet) -> {
			FormulaEvaluator evaluator = sheet.getWorkbook().getCreationHelper().createFormulaEvaluator();
			Row row = sheet.getRow(1);
			row.createCell(6).setCellFormula("1+2");
			row.createCell(5).setCellFormula("IF(1=2,\"a\",\"\")");
			evaluator.evaluateFormulaCell(row.getCell(6));
			evaluator.evaluateFormulaCell(row.getCell(5));
		});
		assertThat(returned.lines().get(0).cells()).endsWith("", "3");
	}

	@Test
	void cellThatNoWorkbookHoldsIsRefused() {
		assertThatThrownBy(() -> written(List.of("1", "2", "3", "4", "5", "6", "x".repeat(32_768))))
			.isInstanceOfSatisfying(CorrectionRefused.class,
					(refused) -> assertThat(refused.reason().code()).isEqualTo("correction.cell-too-long"));
	}

	@Test
	void sendersColumnsHaveNamesThatStandOnce() {
		Columns columns = Columns.of(List.of("原因", "人数", "", "人数", "line"));
		assertThat(columns.sender()).containsExactly("原因 (1)", "人数", "(3)", "人数 (4)", "line (5)");
	}

}
