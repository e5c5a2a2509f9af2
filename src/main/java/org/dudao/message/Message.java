package org.dudao.message;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Something to tell a person, not yet in any language.
 *
 * @param code the bundle key, such as {@code row.number}
 * @param args the arguments in the order of the bundle's placeholders, each as plain text
 * so that a stored message can be shown again in any language, never null
 */
public record Message(String code, List<String> args) {

	public Message {
		args = List.copyOf(args);
	}

	/**
	 * A message with these arguments; numbers are written out in full, never in
	 * scientific notation, and {@link Words} in the language it is shown in.
	 */
	public static Message of(String code, Object... args) {
		return new Message(code, Arrays.stream(args).map(Message::plain).toList());
	}

	private static String plain(Object arg) {
		if (arg instanceof Words words) {
			return words.stored();
		}
		return (arg instanceof BigDecimal number) ? number.toPlainString() : Words.plain(String.valueOf(arg));
	}

}
