package org.dudao.cli;

import java.time.LocalDate;
import java.util.List;

import org.dudao.catalog.Feed;
import org.dudao.region.Region;
import org.jspecify.annotations.Nullable;

/** Checks what a person gave as an option against the catalogue and the regions. */
final class Given {

	private final Engine engine;

	Given(Engine engine) {
		this.engine = engine;
	}

	/** The code of a sender in force this year. */
	@Nullable String sender(@Nullable String given) {
		if (given == null) {
			return null;
		}
		return this.engine.regions()
			.byCode(given, LocalDate.now().getYear())
			.map(Region::code)
			.orElseThrow(() -> new Refusal("given.unknown-region", given));
	}

	/** The code of a region that was ever in force. */
	@Nullable String region(@Nullable String given) {
		if (given != null && this.engine.regions().spans(given).isEmpty()) {
			throw new Refusal("given.unknown-region", given);
		}
		return given;
	}

	@Nullable String feed(@Nullable String given) {
		List<String> feeds = this.engine.catalog().feeds().stream().map(Feed::name).toList();
		if (given != null && !feeds.contains(given)) {
			throw new Refusal("given.unknown-feed", given, String.join(", ", feeds));
		}
		return given;
	}

	@Nullable String indicator(@Nullable String given) {
		if (given != null && this.engine.catalog().indicator(given).isEmpty()) {
			throw new Refusal("given.unknown-name", given);
		}
		return given;
	}

	@Nullable String rule(@Nullable String given) {
		if (given != null && this.engine.catalog().rule(given).isEmpty()) {
			throw new Refusal("given.unknown-name", given);
		}
		return given;
	}

	@Nullable String reason(@Nullable String given) {
		if (given != null && given.isBlank()) {
			throw new Refusal("given.empty-reason");
		}
		return given;
	}

}
