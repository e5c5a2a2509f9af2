package org.dudao.cli;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The moment that a command answers for. */
final class AsOfOption {

	@Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "help.as-of", converter = Moment.class)
	private @Nullable Instant moment;

	/** The moment; null means now. */
	@Nullable Instant moment() {
		return this.moment;
	}

	/** Says which moment it is, where one was asked for and people read. */
	void head(Screen screen) {
		if (this.moment != null) {
			screen.say("as-of.head", Moment.text(this.moment));
		}
	}

	/** The rows, each of which says the moment where programs read. */
	Listing mark(Listing listing, Screen screen) {
		return (this.moment == null || screen.format() == Format.text) ? listing
				: listing.with("as_of", this.moment.toString());
	}

}
