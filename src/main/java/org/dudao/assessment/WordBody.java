package org.dudao.assessment;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import com.deepoove.poi.xwpf.BodyContainer;
import com.deepoove.poi.xwpf.BodyContainerFactory;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.dudao.assessment.Report.Block;
import org.dudao.assessment.Report.Chart;
import org.dudao.assessment.Report.Heading;
import org.dudao.assessment.Report.Items;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.assessment.Report.Section;
import org.dudao.assessment.Report.Table;
import org.dudao.message.Messages;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;

/** The sections of a report, where the template has its tag. */
final class WordBody extends AbstractRenderPolicy<Report> {

	private static final String LINES = "BFBFBF";

	private static final String HEAD = "EEF2F6";

	private final Messages messages;

	WordBody(Messages messages) {
		this.messages = messages;
	}

	@Override
	public void doRender(RenderContext<Report> context) throws IOException, InvalidFormatException {
		Report report = context.getData();
		XWPFDocument document = context.getXWPFDocument();
		Writer writer = new Writer(document, context.getRun(), new WordNotes(document, report.notes()));
		writer.blocks(report.opening());
		for (Section section : report.sections()) {
			writer.section(section, report.sections().indexOf(section));
		}
		XWPFParagraph evidence = writer.paragraph("Heading1");
		evidence.createRun().setText(this.messages.text("assessment.notes"));
		clearPlaceholder(context, true);
	}

	/** Writes before the tag. */
	private final class Writer {

		private final XWPFDocument document;

		private final XWPFRun tag;

		private final WordNotes notes;

		private final BodyContainer body;

		Writer(XWPFDocument document, XWPFRun tag, WordNotes notes) {
			this.document = document;
			this.tag = tag;
			this.notes = notes;
			this.body = BodyContainerFactory.getBodyContainer(tag);
		}

		void section(Section section, int number) throws IOException, InvalidFormatException {
			XWPFParagraph head = paragraph("Heading1");
			BigInteger id = BigInteger.valueOf(number + 1L);
			CTBookmark start = head.getCTP().addNewBookmarkStart();
			start.setId(id);
			start.setName(WordContents.bookmark(section));
			head.createRun().setText(section.title());
			head.getCTP().addNewBookmarkEnd().setId(id);
			blocks(section.blocks());
		}

		void blocks(List<Block> blocks) throws IOException, InvalidFormatException {
			for (Block block : blocks) {
				block(block);
			}
		}

		private void block(Block block) throws IOException, InvalidFormatException {
			if (block instanceof Paragraph paragraph) {
				runs(paragraph("BodyText"), paragraph.runs());
			}
			else if (block instanceof Heading heading) {
				runs(paragraph("Heading2"), heading.runs());
			}
			else if (block instanceof Items items) {
				for (int i = 0; i < items.items().size(); i++) {
					XWPFParagraph item = paragraph("ListParagraph");
					item.createRun().setText((items.ordered() ? (i + 1) + "." : "•") + "\t");
					runs(item, items.items().get(i));
				}
			}
			else if (block instanceof Table table) {
				table(table);
			}
			else if (block instanceof Chart chart) {
				chart(chart);
			}
		}

		XWPFParagraph paragraph(String style) {
			XWPFParagraph paragraph = this.body.insertNewParagraph(this.tag);
			paragraph.setStyle(style);
			return paragraph;
		}

		private void runs(XWPFParagraph paragraph, List<Run> runs) {
			for (Run run : runs) {
				XWPFRun written = paragraph.createRun();
				written.setText(run.text());
				if (run.strong()) {
					written.setBold(true);
				}
				if (run.figure() != null) {
					this.notes.refer(paragraph, run.figure().notes());
				}
			}
		}

		private void table(Table table) {
			int columns = table.head().size();
			XWPFTable written = this.body.insertNewTable(this.tag, table.rows().size() + 1, columns);
			written.setWidth("100%");
			written.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
			written.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
			written.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
			written.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
			written.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
			written.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
			written.getRow(0).setRepeatHeader(true);
			for (int column = 0; column < columns; column++) {
				XWPFTableCell head = written.getRow(0).getCell(column);
				head.setColor(HEAD);
				cell(head, table.head().get(column), ParagraphAlignment.CENTER);
				for (int row = 0; row < table.rows().size(); row++) {
					cell(written.getRow(row + 1).getCell(column), table.rows().get(row).get(column),
							(column == 0) ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
				}
			}
			written.getRows().forEach((row) -> row.setCantSplitRow(true));
		}

		private void cell(XWPFTableCell cell, List<Run> runs, ParagraphAlignment alignment) {
			XWPFParagraph paragraph = cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphArray(0);
			paragraph.setStyle("Cell");
			paragraph.setAlignment(alignment);
			runs(paragraph, runs);
		}

		private void chart(Chart chart) throws IOException, InvalidFormatException {
			XWPFParagraph caption = paragraph("Caption");
			caption.createRun().setText(chart.title());
			this.notes.refer(caption, chart.notes());
			WordChart.draw(this.document, paragraph("Drawing").createRun(), chart);
		}

	}

}
