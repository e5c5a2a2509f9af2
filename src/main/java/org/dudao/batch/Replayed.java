package org.dudao.batch;

import java.util.List;

import org.dudao.message.Message;
import org.dudao.report.Digest.Part;
import org.dudao.submission.Runs;
import org.jspecify.annotations.Nullable;

/**
 * What the replay of a run came to.
 *
 * @param run the run
 * @param runs how many runs were gone through, with that one
 * @param files how many archived files were read
 * @param parts what was compared
 * @param notes what a person must know to judge it
 */
public record Replayed(Runs.Entry run, int runs, int files, List<Compared> parts, List<Message> notes) {

	/** Whether the same came out. */
	public boolean isEqual() {
		return this.parts.stream().allMatch(Compared::isEqual);
	}

	/**
	 * One part of what was in force.
	 *
	 * @param part the part
	 * @param kept its sum in the database, as of the end of the run
	 * @param anew its sum computed once more
	 * @param differences the first of them
	 */
	public record Compared(Part part, String kept, String anew, List<Difference> differences) {

		/** Whether the same came out. */
		public boolean isEqual() {
			return this.kept.equals(this.anew);
		}

	}

	/**
	 * One difference.
	 *
	 * @param key what it is about
	 * @param column what differs; null when the whole row is only on one side
	 * @param kept what the database has; null when it has nothing
	 * @param anew what came out; null when nothing did
	 */
	public record Difference(String key, @Nullable String column, @Nullable String kept, @Nullable String anew) {
	}
}
