package org.dudao.batch;

import java.nio.file.Path;

import org.dudao.message.Message;
import org.dudao.submission.Submission.Hints;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run is to look at.
 *
 * @param path where it is
 * @param sender the code of the sending region, or null when unknown
 * @param hints what the officer said about it
 * @param left why it is left where it is, or null when it can be taken in
 * @param by who takes it in by hand, or null when it lay in the inbox
 */
public record PlannedFile(Path path, @Nullable String sender, Hints hints, @Nullable Message left,
		@Nullable String by) {

	/** A file that nobody in particular takes in. */
	public PlannedFile(Path path, @Nullable String sender, Hints hints, @Nullable Message left) {
		this(path, sender, hints, left, null);
	}

}
