package org.dudao.assessment;

import java.util.List;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import com.deepoove.poi.xwpf.BodyContainer;
import com.deepoove.poi.xwpf.BodyContainerFactory;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/**
 * The table of contents: a field that Word brings up to date, with its entries already in
 * it. Page numbers are left to Word, since only it knows the pages.
 */
final class WordContents extends AbstractRenderPolicy<Report> {

	private static final String FIELD = " TOC \\o \"1-1\" \\h \\z \\u \\n ";

	private final String heading;

	WordContents(String heading) {
		this.heading = heading;
	}

	/** What links call a section. */
	static String bookmark(Report.Section section) {
		return "_Toc_" + section.name().replace('-', '_');
	}

	@Override
	public void doRender(RenderContext<Report> context) {
		XWPFRun tag = context.getRun();
		BodyContainer body = BodyContainerFactory.getBodyContainer(tag);
		XWPFParagraph head = body.insertNewParagraph(tag);
		head.setStyle("TOCHeading");
		head.createRun().setText(this.heading);
		List<Report.Section> sections = context.getData().sections();
		for (int i = 0; i < sections.size(); i++) {
			XWPFParagraph entry = body.insertNewParagraph(tag);
			entry.setStyle("TOC1");
			if (i == 0) {
				mark(entry, STFldCharType.BEGIN);
				entry.createRun().getCTR().addNewInstrText().setStringValue(FIELD);
				mark(entry, STFldCharType.SEPARATE);
			}
			CTHyperlink link = entry.getCTP().addNewHyperlink();
			link.setAnchor(bookmark(sections.get(i)));
			link.addNewR().addNewT().setStringValue(sections.get(i).title());
			if (i == sections.size() - 1) {
				mark(entry, STFldCharType.END);
			}
		}
		clearPlaceholder(context, true);
	}

	private static void mark(XWPFParagraph paragraph, STFldCharType.Enum type) {
		paragraph.createRun().getCTR().addNewFldChar().setFldCharType(type);
	}

}
