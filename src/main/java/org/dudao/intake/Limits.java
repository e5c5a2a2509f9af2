package org.dudao.intake;

/**
 * How much of a file is looked at before it is refused, so that no file, however broken,
 * takes more memory or time than a sound one.
 *
 * @param maxBytes the largest file in bytes
 * @param maxLineBytes the longest line in bytes without its line end; a record whose
 * quoted cells run over several lines is held to the same size
 * @param maxColumns the most columns of a record
 */
public record Limits(long maxBytes, int maxLineBytes, int maxColumns) {

	/** 512 MiB, lines of 1 MiB, 500 columns. */
	public static Limits defaults() {
		return new Limits(512L << 20, 1 << 20, 500);
	}

}
