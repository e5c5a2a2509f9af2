package org.dudao.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Turns messages into sentences. The bundle is {@code messages.properties} (English) with
 * {@code messages_zh.properties} beside it; both hold the same keys, and a test keeps it
 * so.
 */
public final class Messages {

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private final Locale locale;

	private final ResourceBundle bundle;

	/**
	 * Sentences in the given language; any language but Chinese gets English.
	 */
	public Messages(Locale locale) {
		this.locale = locale;
		this.bundle = bundle(locale);
	}

	/** The sentences themselves, for a library that looks them up by key. */
	public static ResourceBundle bundle(Locale locale) {
		return ResourceBundle.getBundle("org.dudao.messages", locale, NO_FALLBACK);
	}

	public Locale locale() {
		return this.locale;
	}

	/**
	 * The sentence for a message.
	 * @throws MissingResourceException when the code is in no bundle, which is a fault of
	 * this program
	 */
	public String text(Message message) {
		Object[] args = message.args().stream().map((arg) -> Words.read(arg, this.locale)).toArray();
		return new MessageFormat(this.bundle.getString(message.code()), this.locale).format(args);
	}

	/** The sentence for a code with arguments. */
	public String text(String code, Object... args) {
		return text(Message.of(code, args));
	}

}
