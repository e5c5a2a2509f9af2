package org.dudao.intake;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file to be read, with what is known about it from outside.
 *
 * @param path where its bytes are
 * @param fileName the name it was sent under, without folders
 * @param sender the code of the region that sent it, whose area its rows must lie in;
 * null for no such limit
 * @param feed the feed it is said to be, or null to find out
 * @param period the period of rows that do not name one, or null
 */
public record Source(Path path, String fileName, @Nullable String sender, @Nullable String feed,
		@Nullable Integer period) {
}
