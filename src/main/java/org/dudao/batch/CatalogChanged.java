package org.dudao.batch;

import java.nio.file.Path;

/**
 * The files of the catalogue were changed after it was read, so what a run would judge by
 * can no longer be kept.
 */
public final class CatalogChanged extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String directory;

	CatalogChanged(Path directory) {
		super("the catalogue in " + directory + " was changed after it was read");
		this.directory = directory.toString();
	}

	/** Where the catalogue is. */
	public String directory() {
		return this.directory;
	}

}
