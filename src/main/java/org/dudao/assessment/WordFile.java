package org.dudao.assessment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.dudao.message.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A report as a Word file, which WPS opens too: styles with Chinese fonts, a table of
 * contents, charts that can be edited, and the evidence as endnotes. Its bytes follow
 * from the report alone. The template may be a Word file with the tags {@code {{title}}},
 * {@code {{about}}}, {@code {{contents}}} and {@code {{report}}}.
 */
public final class WordFile {

	private final @Nullable Path template;

	/**
	 * Files made from that template.
	 * @param template a Word file with tags, or null for the one of Dudao
	 */
	public WordFile(@Nullable Path template) {
		this.template = template;
	}

	/**
	 * The bytes of the file.
	 * @throws IOException when the template cannot be read
	 */
	public byte[] of(Report report) throws IOException {
		Messages messages = new Messages(report.locale());
		Configure tags = Configure.builder()
			.bind("contents", new WordContents(messages.text("assessment.contents")))
			.bind("report", new WordBody(messages))
			.build();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (InputStream in = open(); XWPFTemplate filled = XWPFTemplate.compile(in, tags)) {
			filled.render(Map.of("title", report.title(), "about", String.join("\n", report.about()), "contents",
					report, "report", report));
			CoreProperties properties = filled.getXWPFDocument().getProperties().getCoreProperties();
			Optional<Date> moment = Optional.of(Date.from(report.moment()));
			properties.setTitle(report.title());
			properties.setCreator("Dudao");
			properties.setCreated(moment);
			properties.setModified(moment);
			filled.write(out);
		}
		return FixedZip.of(out.toByteArray());
	}

	private InputStream open() throws IOException {
		return (this.template != null) ? Files.newInputStream(this.template) : WordTemplate.open();
	}

}
