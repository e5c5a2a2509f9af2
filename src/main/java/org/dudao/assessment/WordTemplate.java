package org.dudao.assessment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Objects;

import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * The template of Dudao itself: A4, the styles of an official report, the tags, page
 * numbers.
 */
final class WordTemplate {

	private static final long WIDTH = 11906;

	private static final long HEIGHT = 16838;

	private static final long MARGIN = 1474;

	private WordTemplate() {
	}

	static InputStream open() throws IOException {
		try (XWPFDocument document = new XWPFDocument();
				InputStream styles = Objects
					.requireNonNull(WordTemplate.class.getResourceAsStream("/org/dudao/assessment/styles.xml"))) {
			document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
			page(document);
			tag(document, "Title", "{{title}}");
			tag(document, "Subtitle", "{{about}}");
			tag(document, "Normal", "{{contents}}");
			tag(document, "Normal", "{{report}}");
			XWPFParagraph number = new XWPFHeaderFooterPolicy(document).createFooter(XWPFHeaderFooterPolicy.DEFAULT)
				.createParagraph();
			number.setStyle("Footer");
			number.getCTP().addNewFldSimple().setInstr(" PAGE ");
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			document.write(out);
			return new ByteArrayInputStream(out.toByteArray());
		}
		catch (XmlException impossible) {
			throw new IllegalStateException("the styles of the program are in order", impossible);
		}
	}

	private static void page(XWPFDocument document) {
		CTSectPr section = document.getDocument().getBody().addNewSectPr();
		CTPageSz size = section.addNewPgSz();
		size.setW(BigInteger.valueOf(WIDTH));
		size.setH(BigInteger.valueOf(HEIGHT));
		CTPageMar margin = section.addNewPgMar();
		margin.setTop(BigInteger.valueOf(MARGIN));
		margin.setBottom(BigInteger.valueOf(MARGIN));
		margin.setLeft(BigInteger.valueOf(MARGIN));
		margin.setRight(BigInteger.valueOf(MARGIN));
		margin.setHeader(BigInteger.valueOf(MARGIN / 2));
		margin.setFooter(BigInteger.valueOf(MARGIN / 2));
		section.addNewEndnotePr().addNewNumFmt().setVal(STNumberFormat.DECIMAL);
	}

	private static void tag(XWPFDocument document, String style, String tag) {
		XWPFParagraph paragraph = document.createParagraph();
		paragraph.setStyle(style);
		paragraph.createRun().setText(tag);
	}

}
