package org.dudao.cli;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of the warehouse is asked for, and as it stood when. */
final class Scope {

	@Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
	private @Nullable String region;

	@Option(names = "--period", paramLabel = "YEAR", descriptionKey = "help.only-period")
	private @Nullable Integer period;

	@Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "help.as-of", converter = Moment.class)
	private @Nullable Instant asOf;

	@Nullable String region(Given given) {
		return given.region(this.region);
	}

	@Nullable Integer period() {
		return this.period;
	}

	@Nullable Instant asOf() {
		return this.asOf;
	}

}
