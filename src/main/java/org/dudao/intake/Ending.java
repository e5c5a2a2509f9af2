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
 * @param doubts what sensors say that hold the file, each once
 * @param hints what sensors say that only inform, each once
 * @param declared what it lets know of its figures
 */
public record Ending(Set<Integer> duplicatedLines, List<Message> refusals, List<Message> doubts, List<Message> hints,
		Declared declared) {

	/** Nothing is known but that. */
	public static final Ending NOTHING = new Ending(Set.of(), List.of(), List.of(), List.of(), Declared.NOTHING);

	/** The same with these refusals. */
	public Ending with(List<Message> refusals) {
		return new Ending(this.duplicatedLines, refusals, this.doubts, this.hints, this.declared);
	}

	/** What is wrong with each of the {@link #duplicatedLines()}. */
	public static Issue duplicated() {
		return new Issue(0, "", "", Message.of("row.duplicated"));
	}

}
