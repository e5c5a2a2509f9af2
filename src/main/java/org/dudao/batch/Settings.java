package org.dudao.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Dudao keeps its things and how it runs.
 *
 * @param home the folder of the embedded database, the archive and the outbox
 * @param jobs the folder of the catalogue
 * @param workers how many files are read side by side; 0 means one a processor core
 * @param lease how long a run that stopped renewing its lease still counts as alive
 * @param language of what is written for senders; null for that of the machine
 */
@ConfigurationProperties("dudao")
public record Settings(@DefaultValue("data") Path home, @DefaultValue("jobs") Path jobs, @DefaultValue("0") int workers,
		@DefaultValue("60s") Duration lease, @Nullable Locale language) {

	public Settings {
		workers = (workers > 0) ? workers : Runtime.getRuntime().availableProcessors();
	}

	/** The language of what is written for senders. */
	public Locale locale() {
		return (this.language != null) ? this.language : Locale.getDefault();
	}

	/** Where every received file is kept. */
	public Path archive() {
		return this.home.resolve("archive");
	}

	/** Where rows lie for a moment on their way into a database server. */
	public Path loading() {
		return this.home.resolve("loading");
	}

	/** Where senders find what became of their files. */
	public Path outbox() {
		return this.home.resolve("outbox");
	}

}
