package org.dudao.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.dudao.batch.Catalogues;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogInvalid;
import org.dudao.catalog.CatalogReader;
import org.dudao.report.Digest;
import org.dudao.submission.Archive;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The digest of what is in force, by the catalogue of the last run: it is the same
 * wherever the archive is, whatever catalogue a command is given.
 *
 * @param catalog the version of that catalogue; null when it cannot be had
 * @param parts the digests, the whole under {@value #WHOLE}; null without a catalogue
 */
record KeptDigest(@Nullable String catalog, @Nullable Map<String, String> parts) {

	static final String WHOLE = "digest";

	static final KeptDigest NONE = new KeptDigest(null, null);

	/**
	 * As things stand now.
	 * @param unlike what is in the archive and no longer is what its name says
	 */
	static KeptDigest now(JdbcTemplate jdbc, Archive archive, List<String> unlike) {
		List<String> last = jdbc.queryForList("select catalog_version from run order by id desc limit 1", String.class);
		return last.isEmpty() || unlike.contains(last.get(0)) ? NONE : by(last.get(0), jdbc, archive);
	}

	/** By that version of the catalogue. */
	static KeptDigest by(String version, JdbcTemplate jdbc, Archive archive) {
		Catalogues catalogues = new Catalogues(archive);
		if (!catalogues.holds(version)) {
			return NONE;
		}
		try {
			Path folder = Files.createTempDirectory("dudao-catalogue-");
			try {
				Catalog catalog = CatalogReader.read(catalogues.find(version).write(folder));
				return new KeptDigest(version, parts(new Digest(jdbc, catalog).of()));
			}
			catch (CatalogInvalid ofAnotherProgram) {
				return NONE;
			}
			finally {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static Map<String, String> parts(Digest.Sums sums) {
		Map<String, String> parts = new TreeMap<>();
		sums.parts().forEach((part, sum) -> parts.put(part.name().toLowerCase(Locale.ROOT), sum));
		parts.put(WHOLE, sums.digest());
		return parts;
	}

}
