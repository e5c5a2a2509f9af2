package org.dudao.assessment;

import java.util.Map;

import org.dudao.message.Messages;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A report as one page of HTML that needs nothing else, on a screen or on paper. */
public final class HtmlPage {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	/** Ready to write pages. */
	public HtmlPage() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(HtmlPage.class.getClassLoader());
		resolver.setPrefix("org/dudao/assessment/");
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCharacterEncoding("UTF-8");
		this.engine.setTemplateResolver(resolver);
	}

	/** The page. */
	public String of(Report report) {
		Messages messages = new Messages(report.locale());
		boolean chinese = report.locale().getLanguage().equals("zh");
		Context context = new Context(report.locale(),
				Map.of("report", report, "language", chinese ? "zh-CN" : "en", "page", this, "contents",
						messages.text("assessment.contents"), "evidence", messages.text("assessment.notes"),
						"generated", messages.text("assessment.generated")));
		return this.engine.process("report", context);
	}

	/**
	 * The drawing of a chart.
	 * @param place where it stands, which no other chart of the page does
	 */
	public String drawing(Report.Chart chart, String place) {
		return new SvgChart(chart, place).svg();
	}

	/** What stands below a chart. */
	public String caption(Report report) {
		return new Messages(report.locale()).text("assessment.chart.notes");
	}

}
