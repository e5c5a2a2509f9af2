package org.dudao.correction;

import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * Reads a sheet and remembers the cells in which a person sees a value, or will see one,
 * and the file has none: they would be taken for empty.
 */
final class HollowCells extends XSSFSheetXMLHandler {

	private final List<CellRangeAddress> merged = new ArrayList<>();

	private final List<CellReference> uncomputed = new ArrayList<>();

	private @Nullable String cell;

	private boolean isText;

	private boolean hasFormula;

	private boolean hasResult;

	private boolean inResult;

	HollowCells(StylesTable styles, SharedStrings strings, SheetContentsHandler rows, DataFormatter formatter) {
		super(styles, strings, rows, formatter, false);
	}

	@Override
	public void startElement(@Nullable String uri, String localName, String name, Attributes attributes)
			throws SAXException {
		switch (localName) {
			case "c" -> {
				this.cell = attributes.getValue("r");
				this.isText = "str".equals(attributes.getValue("t"));
				this.hasFormula = false;
				this.hasResult = false;
			}
			case "f" -> this.hasFormula = true;
			case "v" -> {
				this.inResult = true;
				// A formula may come to a text without any letter.
				this.hasResult = this.isText;
			}
			case "mergeCell" -> this.merged.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
			default -> {
			}
		}
		super.startElement(uri, localName, name, attributes);
	}

	@Override
	public void characters(char[] text, int start, int length) throws SAXException {
		this.hasResult |= this.inResult && length > 0;
		super.characters(text, start, length);
	}

	@Override
	public void endElement(@Nullable String uri, String localName, String name) throws SAXException {
		if (localName.equals("v")) {
			this.inResult = false;
		}
		else if (localName.equals("c") && this.hasFormula && !this.hasResult && this.cell != null) {
			this.uncomputed.add(new CellReference(this.cell));
		}
		super.endElement(uri, localName, name);
	}

	/**
	 * Refuses the sheet when there is such a cell among its rows.
	 * @param sheet its name
	 * @param firstRow the row of the header, from 0
	 * @param lastRow the last row with anything in it
	 * @throws CorrectionRefused with the first such cell and what to do
	 */
	void refuse(String sheet, int firstRow, int lastRow) {
		for (CellReference formula : this.uncomputed) {
			if (formula.getRow() >= firstRow) {
				throw new CorrectionRefused(Message.of("correction.formula", sheet, formula.formatAsString(false)));
			}
		}
		for (CellRangeAddress region : this.merged) {
			if (region.getLastRow() >= firstRow && region.getFirstRow() <= lastRow && region.getNumberOfCells() > 1) {
				throw new CorrectionRefused(Message.of("correction.merged", sheet, region.formatAsString()));
			}
		}
	}

}
