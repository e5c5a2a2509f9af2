package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.report.Digest;
import org.dudao.submission.Horizon;
import org.dudao.submission.Runs;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The digest of an earlier moment, by the catalogue of that moment: a field that a feed
 * got since is none of what was in force then.
 */
public final class PastDigest {

	private final JdbcTemplate jdbc;

	private final Catalog catalog;

	private final Runs runs;

	private final Catalogues catalogues;

	private final Horizon horizon;

	PastDigest(JdbcTemplate jdbc, Catalog catalog, Runs runs, Catalogues catalogues, Horizon horizon) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.runs = runs;
		this.catalogues = catalogues;
		this.horizon = horizon;
	}

	/**
	 * What was in force then. Where the catalogue of then was not kept, that of now
	 * counts.
	 * @throws org.dudao.submission.Forgotten when facts of then were removed
	 * @throws IOException when the archive cannot be read
	 */
	public Digest.Sums of(Instant moment) throws IOException {
		this.horizon.check(moment);
		String version = this.runs.catalog(moment).orElse(this.catalog.version());
		if (version.equals(this.catalog.version()) || !this.catalogues.holds(version)) {
			return new Digest(this.jdbc, this.catalog).of(moment);
		}
		Path folder = Files.createTempDirectory("dudao-catalogue-");
		try {
			Catalog then = CatalogReader.read(this.catalogues.find(version).write(folder));
			return new Digest(this.jdbc, then).of(moment);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

}
