package org.dudao.dictionary;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.WaiverReason;
import org.dudao.catalog.WaiverReasons;
import org.jspecify.annotations.Nullable;

/** The reasons for which a finding may be explained. */
final class WaiverPage {

	private final Catalog catalog;

	private final Voice voice;

	WaiverPage(Catalog catalog, Voice voice) {
		this.catalog = catalog;
		this.voice = voice;
	}

	String all() {
		Markdown page = new Markdown().heading(1, this.voice.say("waivers"));
		page.paragraph(this.voice.say("waivers.intro"));
		page.table(this.voice.says("waiver", "title", "description", "for-severities", "longest"),
				WaiverReasons.read(this.catalog).stream().map(this::row).toList());
		return page.toString();
	}

	private List<@Nullable String> row(WaiverReason reason) {
		return List.of(Markdown.code(reason.name()), this.voice.text(reason.title()),
				this.voice.text(reason.description()), severities(reason), Objects.toString(reason.months(), "–"));
	}

	private String severities(WaiverReason reason) {
		return reason.severities().isEmpty() ? this.voice.say("severity.all")
				: reason.severities()
					.stream()
					.map((severity) -> this.voice.say("severity", severity))
					.collect(Collectors.joining(this.voice.say("and")));
	}

}
