package org.dudao.receipt;

import java.util.List;

/**
 * A receipt in the words of one language, as the page shows it from top to bottom.
 *
 * @param language the language, as HTML names it
 * @param title what the page is called
 * @param fileName the name of the file
 * @param state where the file stands
 * @param tone how urgent that is: good, warn, bad or past
 * @param answers what happened, what to do and who is next
 * @param reasons why, or what was noticed
 * @param rows what the rows of the file came to
 * @param file what is known of the file
 * @param tables places, findings and the story
 * @param footer when the receipt was written, and by what
 */
public record ReceiptView(String language, String title, String fileName, String state, String tone,
		List<Labelled> answers, Items reasons, List<Labelled> rows, List<Labelled> file, List<Table> tables,
		String footer) {

	/** A text and what it is. */
	public record Labelled(String label, String text) {
	}

	/** Sentences, with a last one for those that are left out; empty when none are. */
	public record Items(String title, List<String> sentences, String more) {
	}

	/**
	 * Rows of cells, with a sentence for those that are left out; empty when none are.
	 */
	public record Table(String title, List<String> head, List<List<String>> rows, String more) {
	}

}
