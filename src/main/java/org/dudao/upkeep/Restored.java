package org.dudao.upkeep;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What restoring came to. Every row was read back and is as it was.
 *
 * @param contents what was in the backup
 * @param schema the last migration of the database now
 * @param digest the digest now; null when it could not be computed by the catalogue of
 * the backup, or the backup has none
 * @param different the parts of the digest that are other than when the backup was made
 */
public record Restored(Contents contents, String schema, @Nullable String digest, List<String> different) {

	/** Whether there was a digest, in the backup and now, so that both were compared. */
	public boolean isCompared() {
		return this.digest != null;
	}

}
