package org.dudao.correction;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads a correction file that was saved as a workbook, sheet by sheet and row by row,
 * never the whole book.
 */
final class WorkbookReader {

	/** A part of a workbook that is larger is not looked at. */
	private static final long LARGEST_PART = 256L << 20;

	private static final int DEPTH = 30;

	static {
		ZipSecureFile.setMaxEntrySize(LARGEST_PART);
	}

	private WorkbookReader() {
	}

	/** Whether a file that begins so may be a workbook. */
	static boolean isWorkbook(byte[] head) {
		return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
	}

	/**
	 * Reads the sheet that has the column.
	 * @return null when none has
	 * @throws CorrectionRefused when several have, when cells of it have no value of
	 * their own, or the file is no sound workbook
	 */
	static @Nullable Returned read(Path file) throws IOException {
		try (OPCPackage book = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
			XSSFReader reader = new XSSFReader(book);
			StylesTable styles = reader.getStylesTable();
			Returned found = null;
			for (SheetIterator sheets = (SheetIterator) reader.getSheetsData(); sheets.hasNext();) {
				Rows rows = new Rows();
				HollowCells cells = new HollowCells((styles != null) ? styles : new StylesTable(),
						reader.getSharedStringsTable(), rows, new AsTyped());
				try (InputStream sheet = sheets.next()) {
					XMLReader xml = XMLHelper.newXMLReader();
					xml.setContentHandler(cells);
					xml.parse(new InputSource(sheet));
				}
				if (rows.gathering.hasHeader()) {
					if (found != null) {
						throw new CorrectionRefused(Message.of("correction.two-sheets"));
					}
					cells.refuse(sheets.getSheetName(), rows.headerRow, rows.lastRow);
					found = rows.gathering.end();
				}
			}
			return found;
		}
		catch (OpenXML4JException | OpenXML4JRuntimeException | UnsupportedFileFormatException | POIXMLException
				| SAXException | ParserConfigurationException | IOException unsound) {
			throw new CorrectionRefused(Message.of("correction.no-workbook", String.valueOf(unsound.getMessage())));
		}
	}

	/** Puts the cells of a sheet together, from its header on. */
	private static final class Rows implements SheetContentsHandler {

		private final Returned.Gathering gathering = new Returned.Gathering();

		private List<String> cells = new ArrayList<>();

		private int headerRow;

		private int lastRow;

		@Override
		public void startRow(int row) {
			this.cells = new ArrayList<>();
		}

		@Override
		public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
			int column = (reference != null) ? new CellReference(reference).getCol() : this.cells.size();
			while (this.cells.size() < column) {
				this.cells.add("");
			}
			this.cells.add((text != null) ? text : "");
		}

		@Override
		public void endRow(int row) {
			boolean isHeader = !this.gathering.hasHeader() && row < DEPTH && Returned.isHeader(this.cells);
			if (isHeader) {
				this.headerRow = row;
			}
			if (isHeader || this.gathering.hasHeader()) {
				this.gathering.add(row + 1, this.cells);
			}
			if (this.cells.stream().anyMatch((cell) -> !cell.isBlank())) {
				this.lastRow = row;
			}
		}

	}

	/**
	 * Numbers as a person types them: 110101 and 0.5, whatever the column shows. A day is
	 * written as a day, so that the checks see that it is no number.
	 */
	static final class AsTyped extends DataFormatter {

		/** So many digits a spreadsheet keeps. */
		private static final MathContext KEPT = new MathContext(15);

		/**
		 * A mark that is neither quoted nor escaped; it may stand before a colour or a
		 * bracket.
		 */
		private static final Pattern PERCENT = Pattern.compile("^(?:[^\"\\\\%]|\"[^\"]*\"|\\\\.)*%");

		@Override
		public String formatRawCellContents(double value, int index, String format) {
			return formatRawCellContents(value, index, format, false);
		}

		@Override
		public String formatRawCellContents(double value, int index, String format, boolean since1904) {
			if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
				LocalDateTime day = DateUtil.getLocalDateTime(value, since1904);
				return day.toLocalTime().equals(LocalTime.MIDNIGHT) ? day.toLocalDate().toString()
						: DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(day);
			}
			BigDecimal number = new BigDecimal(value).round(KEPT);
			if (PERCENT.matcher(format).find()) {
				return plain(number.movePointRight(2)) + "%";
			}
			return plain(number);
		}

		private static String plain(BigDecimal number) {
			return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
		}

	}

}
