package org.dudao.cli;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which part of the warehouse is asked for, and as it stood when. */
final class Scope {

	@Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
	private @Nullable String region;

	@Option(names = "--period", paramLabel = "YEAR", descriptionKey = "help.only-period")
	private @Nullable Integer period;

	@Mixin
	private AsOfOption asOf = new AsOfOption();

	@Nullable String region(Given given) {
		return given.region(this.region);
	}

	@Nullable Integer period() {
		return this.period;
	}

	@Nullable Instant asOf() {
		return this.asOf.moment();
	}

	/** Says which moment it is, where one was asked for and people read. */
	void head(Screen screen) {
		this.asOf.head(screen);
	}

	/** The rows, each of which says the moment where programs read. */
	Listing mark(Listing listing, Screen screen) {
		return this.asOf.mark(listing, screen);
	}

}
