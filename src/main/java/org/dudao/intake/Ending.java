package org.dudao.intake;

import java.util.List;
import java.util.Set;

import org.dudao.message.Message;

/**
 * What is only known at the end of a file.
 *
 * @param duplicatedLines lines whose row was given as accepted before a later row with
 * the same key was met; they must be set aside too, for nobody can tell which is right
 * @param refusals why the file as a whole breaks the contract, empty when it does not
 * @param cutLine the last line, when it lacks both its line end and some of its cells, as
 * when an upload broke off; else 0
 */
public record Ending(Set<Integer> duplicatedLines, List<Message> refusals, int cutLine) {

	/** Of a file that is not cut. */
	public Ending(Set<Integer> duplicatedLines, List<Message> refusals) {
		this(duplicatedLines, refusals, 0);
	}

	/** What is wrong with each of the {@link #duplicatedLines()}. */
	public static Issue duplicated() {
		return new Issue(0, "", "", Message.of("row.duplicated"));
	}

}
