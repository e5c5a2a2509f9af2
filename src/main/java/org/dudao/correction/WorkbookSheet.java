package org.dudao.correction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataFormat;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dudao.correction.Columns.Own;
import org.dudao.message.Message;
import org.dudao.message.Messages;

/**
 * A workbook in which the cells at fault are coloured and say why. Every cell is a text,
 * so that no spreadsheet makes a number of a code or a date of a grade.
 */
final class WorkbookSheet implements Sheet {

	private static final SpreadsheetVersion VERSION = SpreadsheetVersion.EXCEL2007;

	private static final int ROWS_IN_MEMORY = 100;

	/** Each comment is held in memory; behind these the colour and the reason say it. */
	private static final int MOST_COMMENTS = 5_000;

	private static final int NARROWEST = 8;

	private static final int WIDEST = 40;

	private static final int REASON_WIDTH = 60;

	/** The height of a line in points, and the most that a row can have. */
	private static final float LINE = 15;

	private static final float HIGHEST = 400;

	/** A width is counted in 256ths of a digit. */
	private static final int DIGIT = 256;

	private final Path file;

	private final Messages language;

	private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);

	private final SXSSFSheet sheet;

	private final CreationHelper helper = this.book.getCreationHelper();

	private final Drawing<?> drawing;

	private final CellStyle head = style(IndexedColors.GREY_25_PERCENT, true);

	private final CellStyle own = style(IndexedColors.LEMON_CHIFFON, false);

	private final CellStyle text = style(null, false);

	private final CellStyle fault = style(IndexedColors.ROSE, false);

	private int[] widths = new int[0];

	private int rows;

	private int comments;

	WorkbookSheet(Path file, Messages language) {
		this.file = file;
		this.language = language;
		this.sheet = this.book.createSheet(language.text("correction.sheet"));
		this.drawing = this.sheet.createDrawingPatriarch();
		this.sheet.createFreezePane(0, 1);
		this.sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
		this.sheet.getPrintSetup().setLandscape(true);
		this.sheet.setFitToPage(true);
		this.sheet.getPrintSetup().setFitHeight((short) 0);
	}

	private CellStyle style(@org.jspecify.annotations.Nullable IndexedColors fill, boolean bold) {
		DataFormat formats = this.book.createDataFormat();
		CellStyle style = this.book.createCellStyle();
		style.setDataFormat(formats.getFormat("@"));
		style.setVerticalAlignment(VerticalAlignment.TOP);
		style.setWrapText(true);
		if (fill != null) {
			style.setFillForegroundColor(fill.getIndex());
			style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
			style.setBorderBottom(BorderStyle.HAIR);
			style.setBorderRight(BorderStyle.HAIR);
		}
		if (bold) {
			Font font = this.book.createFont();
			font.setBold(true);
			style.setFont(font);
		}
		return style;
	}

	@Override
	public void header(List<String> names) {
		this.widths = new int[names.size()];
		Row row = next();
		for (int i = 0; i < names.size(); i++) {
			cell(row, i, names.get(i), this.head);
			this.sheet.setDefaultColumnStyle(i, this.text);
		}
		comment(row.getCell(Own.NUMBER.ordinal()), this.language.text("correction.help.number"));
		comment(row.getCell(Own.ACTION.ordinal()), this.language.text("correction.help.action"));
	}

	@Override
	public void row(List<String> cells, Map<Integer, String> faults) {
		Row row = next();
		row.setHeightInPoints(Math.min(HIGHEST, LINE * linesOf(cells)));
		for (int i = 0; i < cells.size(); i++) {
			String why = faults.get(i);
			CellStyle ours = (i < Own.values().length && i != Own.ACTION.ordinal()) ? this.own : this.text;
			Cell cell = cell(row, i, cells.get(i), (why != null) ? this.fault : ours);
			if (why != null) {
				comment(cell, why);
			}
		}
	}

	/** Not every program makes a row as high as what is in it. */
	private static int linesOf(List<String> cells) {
		int most = 1;
		for (int i = 0; i < cells.size(); i++) {
			int wide = ((i == Own.REASON.ordinal()) ? REASON_WIDTH : WIDEST) - 2;
			most = Math.max(most, cells.get(i).lines().mapToInt((line) -> (width(line) + wide - 1) / wide).sum());
		}
		return most;
	}

	private Row next() {
		if (this.rows >= VERSION.getMaxRows()) {
			throw new CorrectionRefused(Message.of("correction.too-many-rows", VERSION.getMaxRows() - 1));
		}
		return this.sheet.createRow(this.rows++);
	}

	private Cell cell(Row row, int column, String text, CellStyle style) {
		if (text.length() > VERSION.getMaxTextLength()) {
			throw new CorrectionRefused(Message.of("correction.cell-too-long", VERSION.getMaxTextLength()));
		}
		Cell cell = row.createCell(column);
		cell.setCellValue(Texts.plain(text));
		cell.setCellStyle(style);
		if (column < this.widths.length) {
			this.widths[column] = Math.max(this.widths[column], width(text));
		}
		return cell;
	}

	/** How many digits wide the longest line is. */
	private static int width(String text) {
		return text.lines().mapToInt((line) -> line.chars().map((c) -> (c < 0x2E80) ? 1 : 2).sum()).max().orElse(0);
	}

	private void comment(Cell cell, String text) {
		if (this.comments++ < MOST_COMMENTS) {
			ClientAnchor anchor = this.helper.createClientAnchor();
			anchor.setCol1(cell.getColumnIndex() + 1);
			anchor.setRow1(cell.getRowIndex());
			anchor.setCol2(cell.getColumnIndex() + 5);
			anchor.setRow2(cell.getRowIndex() + 5);
			Comment comment = this.drawing.createCellComment(anchor);
			comment.setString(this.helper.createRichTextString(text));
			comment.setAddress(new CellAddress(cell));
			comment.setAuthor("Dudao");
			cell.setCellComment(comment);
		}
	}

	@Override
	public void finish() throws IOException {
		for (int i = 0; i < this.widths.length; i++) {
			int wide = (i == Own.REASON.ordinal()) ? REASON_WIDTH
					: Math.max(NARROWEST, Math.min(WIDEST, this.widths[i] + 2));
			this.sheet.setColumnWidth(i, wide * DIGIT);
		}
		offerActions();
		try (OutputStream out = Files.newOutputStream(this.file)) {
			this.book.write(out);
		}
	}

	private void offerActions() {
		DataValidationHelper validations = this.sheet.getDataValidationHelper();
		int column = Own.ACTION.ordinal();
		DataValidation words = validations.createValidation(
				validations.createExplicitListConstraint(new String[] { this.language.text("correction.delete") }),
				new CellRangeAddressList(1, Math.max(1, this.rows - 1), column, column));
		words.setShowErrorBox(true);
		this.sheet.addValidationData(words);
	}

	@Override
	public void close() throws IOException {
		this.book.close();
	}

}
