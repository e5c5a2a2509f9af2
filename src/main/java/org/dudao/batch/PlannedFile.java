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
 */
public record PlannedFile(Path path, @Nullable String sender, Hints hints, @Nullable Message left) {
}
