package org.dudao.assessment;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFEndnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.dudao.assessment.Report.Note;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;

/**
 * The evidence as endnotes. Word counts them in the order of the text, as the report
 * does; a figure that names a note again refers to its number.
 */
final class WordNotes {

	/** Bookmarks of sections come before. */
	private static final int FIRST_BOOKMARK = 1000;

	private final XWPFDocument document;

	private final List<Note> notes;

	private final Set<Integer> given = new HashSet<>();

	WordNotes(XWPFDocument document, List<Note> notes) {
		this.document = document;
		this.notes = notes;
	}

	/** Puts the numbers of notes behind what is in a paragraph. */
	void refer(XWPFParagraph paragraph, List<Integer> numbers) {
		for (int number : numbers) {
			raised(paragraph.createRun(), "[");
			if (this.given.add(number)) {
				give(paragraph, number);
			}
			else {
				again(paragraph, number);
			}
			raised(paragraph.createRun(), "]");
		}
	}

	private void give(XWPFParagraph paragraph, int number) {
		XWPFEndnote endnote = this.document.createEndnote();
		XWPFParagraph text = endnote.createParagraph();
		text.setStyle("EndnoteText");
		text.getRuns().forEach((own) -> own.setStyle("EndnoteReference"));
		text.createRun().setText(" " + this.notes.get(number - 1).text());
		BigInteger id = BigInteger.valueOf(FIRST_BOOKMARK + number);
		CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
		start.setId(id);
		start.setName(bookmark(number));
		XWPFRun run = paragraph.createRun();
		run.setStyle("EndnoteReference");
		run.getCTR().addNewEndnoteReference().setId(endnote.getId());
		paragraph.getCTP().addNewBookmarkEnd().setId(id);
	}

	private static void again(XWPFParagraph paragraph, int number) {
		CTSimpleField field = paragraph.getCTP().addNewFldSimple();
		field.setInstr(" NOTEREF " + bookmark(number) + " \\h ");
		CTR run = field.addNewR();
		run.addNewRPr().addNewVertAlign().setVal(STVerticalAlignRun.SUPERSCRIPT);
		run.addNewT().setStringValue(String.valueOf(number));
	}

	private static String bookmark(int number) {
		return "note_" + number;
	}

	private static void raised(XWPFRun run, String text) {
		run.setStyle("EndnoteReference");
		run.setText(text);
	}

}
