package org.dudao.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * Text that was once read in the wrong charset and saved so: it is valid text, and yet no
 * word. Told by what each wrong reading leaves behind, and by reading it back.
 */
final class Mojibake {

	private static final Charset GBK = Charset.forName("GBK");

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	/** Fewer letters in a row are in European words too. */
	private static final int LETTERS = 4;

	/**
	 * What the first character of UTF-8 in Chinese becomes in GBK; few names begin so.
	 */
	private static final BitSet LEADS = leads();

	private Mojibake() {
	}

	private static BitSet leads() {
		BitSet leads = new BitSet(0x10000);
		for (int lead = 0xE4; lead <= 0xE9; lead++) {
			for (int trail = 0x80; trail <= 0xBF; trail++) {
				leads.set(new String(new byte[] { (byte) lead, (byte) trail }, GBK).charAt(0));
			}
		}
		leads.clear('\uFFFD');
		return leads;
	}

	/** Whether the text is damaged in this way. */
	static boolean isIn(String text) {
		int length = text.length();
		int letters = 0;
		boolean first = true;
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (c < 0x80) {
				continue;
			}
			if (c == '\uFFFD' || c == '锟' && text.startsWith("锟斤", i) || c == '斤' && text.startsWith("斤拷", i)) {
				return true;
			}
			if (first && LEADS.get(c) && isUtf8(text.substring(i))) {
				return true;
			}
			first = false;
			letters += (c < 0x0180 || c >= 0x2013 && c <= 0x2122 || c == '\u0192') ? 1 : 0;
		}
		return letters >= 2 && isWestern(text, letters);
	}

	/**
	 * Bytes of UTF-8 that were taken for GBK: two characters of three bytes each. The
	 * last bytes of the text are often lost, so the rest need not fit.
	 */
	private static boolean isUtf8(String text) {
		byte[] bytes = text.getBytes(GBK);
		if (bytes.length < 6) {
			return false;
		}
		for (int i = 0; i < 6; i++) {
			int wanted = (i % 3 == 0) ? 0xE0 : 0x80;
			int mask = (i % 3 == 0) ? 0xF0 : 0xC0;
			if ((bytes[i] & mask) != wanted) {
				return false;
			}
		}
		return true;
	}

	/** Bytes of Chinese that were taken for letters of Western Europe. */
	private static boolean isWestern(String text, int letters) {
		Charset once = text.chars().anyMatch((c) -> c >= 0x80 && c < 0xA0) ? StandardCharsets.ISO_8859_1 : WINDOWS;
		if (readBack(text, once, StandardCharsets.UTF_8) != null) {
			return true;
		}
		String chinese = (letters >= LETTERS) ? readBack(text, once, GBK) : null;
		String high = text.replaceAll("[\\x00-\\x7F]+", "");
		return chinese != null && high.length() == letters && high.chars().distinct().count() >= 3
				&& chinese.chars().filter((c) -> c >= 0x4E00 && c <= 0x9FFF).count() * 2 >= letters;
	}

	/** The text as it once may have been, null when it cannot have been. */
	private static @Nullable String readBack(String text, Charset written, Charset meant) {
		try {
			ByteBuffer bytes = written.newEncoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.encode(CharBuffer.wrap(text));
			return meant.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(bytes)
				.toString();
		}
		catch (CharacterCodingException notSo) {
			return null;
		}
	}

}
