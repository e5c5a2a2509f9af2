package org.dudao.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where the law says it.
 *
 * @param document the title of the document
 * @param number its number, or null for a statute
 * @param article the article, or null
 * @param quote the words that matter, as the document has them
 * @param confidence how surely the text was read: P1 the primary text, P2 an official
 * reproduction, S a secondary source
 */
public record Clause(String document, @Nullable String number, @Nullable String article, String quote,
		Confidence confidence) {

	/** How surely the text was read. */
	public enum Confidence {

		/** The primary text. */
		P1,

		/** An official reproduction. */
		P2,

		/** A secondary source. */
		S

	}

}
