package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogBundle;
import org.dudao.catalog.CatalogReader;
import org.dudao.submission.Archive;

/**
 * The catalogues that runs judged by. Each is kept in the archive, whole and under its
 * version, before the first run with it begins.
 */
public final class Catalogues {

	private final Archive archive;

	/** Those that this archive keeps. */
	public Catalogues(Archive archive) {
		this.archive = archive;
	}

	/**
	 * Keeps a catalogue, unless it is kept already.
	 * @throws CatalogChanged when its files are other than those it was read from
	 */
	void keep(Catalog catalog) throws IOException {
		if (!this.archive.holds(catalog.version())) {
			CatalogBundle bundle = CatalogReader.bundle(catalog.directory());
			if (!bundle.version().equals(catalog.version())) {
				throw new CatalogChanged(catalog.directory());
			}
			this.archive.keep(bundle.bytes());
		}
	}

	/** Whether that version is kept; runs of early versions of Dudao kept none. */
	public boolean holds(String version) {
		return this.archive.holds(version);
	}

	/**
	 * The files of a version.
	 * @throws IOException when it is not kept, or is not what it was
	 */
	public CatalogBundle find(String version) throws IOException {
		CatalogBundle bundle = CatalogBundle.of(Files.readAllBytes(this.archive.path(version)));
		if (!bundle.version().equals(version)) {
			throw new IOException("the catalogue in " + this.archive.path(version) + " is not what was put there");
		}
		return bundle;
	}

}
