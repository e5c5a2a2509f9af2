package org.dudao.intake;

import java.nio.charset.Charset;

import org.dudao.message.Message;

/** What the bytes of a file are as text. */
sealed interface TextForm {

	/**
	 * Every byte of the file is text in this charset.
	 *
	 * @param charset UTF-8, GB18030, UTF-16LE or UTF-16BE
	 * @param marked whether a byte order mark stands before the text
	 */
	record Readable(Charset charset, boolean marked) implements TextForm {
	}

	/**
	 * The file is not used.
	 *
	 * @param reason why, with the byte offset where there is one
	 */
	record Refused(Message reason) implements TextForm {
	}

}
