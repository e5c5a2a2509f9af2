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
 * @param lease how long a run that stopped renewing its lease still counts as alive, at
 * least 5 seconds
 * @param pool how many connections to the database there may be; 0 means enough for the
 * workers, and at least 20
 * @param language of what is written for senders; null for that of the machine
 */
@ConfigurationProperties("dudao")
public record Settings(@DefaultValue("data") Path home, @DefaultValue("jobs") Path jobs, @DefaultValue("0") int workers,
		@DefaultValue("60s") Duration lease, @DefaultValue("0") int pool, @Nullable Locale language) {

	private static final int USUAL_POOL = 20;

	/** For the lease and for whoever asks meanwhile. */
	private static final int SPARE = 2;

	/** A pause that is no death, and the clock of a database that counts in seconds. */
	private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);

	public Settings {
		if (lease.compareTo(SHORTEST_LEASE) < 0) {
			throw new BadSetting("setting.lease", lease.toMillis(), SHORTEST_LEASE.toSeconds());
		}
		workers = (workers > 0) ? workers : Runtime.getRuntime().availableProcessors();
		pool = (pool > 0) ? pool : Math.max(USUAL_POOL, leastPool(workers));
	}

	/**
	 * With fewer connections than this, threads that hold one can wait for ever for their
	 * second: rows and Batch's own bookkeeping need one each.
	 */
	public int leastPool() {
		return leastPool(this.workers);
	}

	private static int leastPool(int workers) {
		return 2 * workers + SPARE;
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
