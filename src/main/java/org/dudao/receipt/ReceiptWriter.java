package org.dudao.receipt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dudao.catalog.Catalog;
import org.dudao.message.Messages;
import org.dudao.region.Regions;
import org.dudao.submission.Submission;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes receipts as pages and as JSON. */
public final class ReceiptWriter {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final Catalog catalog;

	private final Regions regions;

	private final Outbox outbox;

	private final Clock clock;

	/** Receipts for that outbox, with the titles of that catalogue. */
	public ReceiptWriter(Catalog catalog, Regions regions, Outbox outbox, Clock clock) {
		this.catalog = catalog;
		this.regions = regions;
		this.outbox = outbox;
		this.clock = clock;
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReceiptWriter.class.getClassLoader());
		resolver.setPrefix("org/dudao/receipt/");
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCharacterEncoding("UTF-8");
		this.engine.setTemplateResolver(resolver);
	}

	/**
	 * Puts a receipt into the outbox, as a page and as JSON, in the place of an earlier
	 * one.
	 */
	public void handOut(Receipt receipt, Locale locale) throws IOException {
		Submission submission = receipt.submission();
		Outbox.write(this.outbox.receipt(submission, ".html"), html(receipt, locale));
		Outbox.write(this.outbox.receipt(submission, ".json"), json(receipt, locale));
	}

	/** Writes one into a file. */
	public void write(Path file, String text) throws IOException {
		Outbox.write(file, text);
	}

	/** The receipt as one page of HTML that needs nothing else. */
	public String html(Receipt receipt, Locale locale) {
		Messages texts = new Messages(locale);
		ReceiptView view = text(texts).view(receipt, corrections(receipt), this.clock.instant());
		return this.engine.process("receipt", new Context(locale, Map.of("receipt", view)));
	}

	/** The receipt as JSON. */
	public String json(Receipt receipt, Locale locale) {
		Messages texts = new Messages(locale);
		return JSON.writeValueAsString(
				new ReceiptObject(text(texts), texts).of(receipt, corrections(receipt), this.clock.instant()));
	}

	private ReceiptText text(Messages texts) {
		return new ReceiptText(this.catalog, this.regions, texts);
	}

	private List<String> corrections(Receipt receipt) {
		return (receipt.submission().ledger().rejected() > 0) ? this.outbox.corrections(receipt.submission())
				: List.of();
	}

}
