package org.dudao.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dudao.batch.Preview;
import org.dudao.catalog.Indicator;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueChanges.Change;
import org.dudao.message.Messages;
import org.dudao.region.Region;
import org.dudao.report.RunSummary;
import org.dudao.submission.Ledger;
import org.dudao.submission.Plan.Entry;
import org.dudao.submission.Submission;
import org.dudao.warehouse.FactChanges.Cell;
import org.dudao.warehouse.FactChanges.SlotChange;
import org.jspecify.annotations.Nullable;

/** What a run would do, as a person reads it; programs take {@link PreviewObject}. */
final class PreviewText {

	/** More lines than these of one kind are a list for a program. */
	private static final int SHOWN = 20;

	private static final int REASONS = 3;

	private final Engine engine;

	private final Screen screen;

	private final Messages texts;

	PreviewText(Engine engine, Screen screen) {
		this.engine = engine;
		this.screen = screen;
		this.texts = screen.messages();
	}

	void show(Preview preview) {
		this.screen.say("preview.head");
		if (preview.catalogChanged()) {
			this.screen.say("preview.catalog");
		}
		files(preview.summary());
		slots(preview);
		values(preview);
		this.screen.line("");
		this.screen.say("preview.findings", preview.findings().size());
		new TurnText(this.engine, this.screen).showPreview(preview.findings());
	}

	private void files(RunSummary summary) {
		for (Submission file : summary.read()) {
			Ledger rows = file.ledger();
			this.screen.line("");
			this.screen.say("preview.file", this.texts.text("state-name." + file.state()), file.fileName(),
					(file.sender() != null) ? file.sender() : "-", rows.read(), rows.accepted(), rows.rejected(),
					rows.ignored());
			file.reasons()
				.stream()
				.limit(REASONS)
				.forEach((reason) -> this.screen.line("  - " + this.texts.text(reason)));
		}
		Stream.of(summary.passedOver(), summary.left(), summary.texts()).flatMap(List::stream).forEach(this::entry);
	}

	private void entry(Entry entry) {
		this.screen.line("");
		this.screen.line(entry.path());
		if (entry.why() != null) {
			this.screen.line("  " + this.texts.text(entry.why()));
		}
	}

	private void slots(Preview preview) {
		this.screen.line("");
		this.screen.say("preview.slots", preview.slots().size());
		Listing listing = new Listing("region_name", "period", "feed", "part", "file", "replaces", "added", "removed",
				"changed");
		Map<Long, String> names = names(preview.summary());
		List<SlotChange> shown = preview.slots().stream().limit(SHOWN).toList();
		for (SlotChange change : shown) {
			listing.add(regionName(change.slot().slot().region(), change.slot().slot().period()),
					change.slot().slot().period(), change.slot().slot().feed(), change.slot().slot().part(),
					names.get(change.slot().submission()), change.slot().before(), change.added(), change.removed(),
					change.changed());
		}
		this.screen.show(listing);
		more(preview.slots().size());
		shown.stream()
			.flatMap((change) -> change.cells().stream().map((cell) -> cell(change.slot().slot().feed(), cell)))
			.limit(SHOWN)
			.forEach(this.screen::line);
	}

	static Map<Long, String> names(RunSummary summary) {
		Map<Long, String> names = new LinkedHashMap<>();
		summary.read().forEach((file) -> names.put(file.id(), file.fileName()));
		return names;
	}

	private String cell(String feed, Cell cell) {
		String field = this.engine.catalog()
			.feed(feed)
			.flatMap((known) -> known.field(cell.field()))
			.map((known) -> known.title().in(this.screen.locale()))
			.orElse(cell.field());
		return "  " + String.join(" ", cell.key()) + this.texts.text("text.colon") + field + " " + said(cell.before())
				+ " → " + said(cell.after());
	}

	private String said(@Nullable String cell) {
		return (cell != null) ? cell : this.texts.text("preview.nothing");
	}

	private void values(Preview preview) {
		List<Change> other = preview.values().stream().filter(Change::isOther).toList();
		this.screen.line("");
		this.screen.say("preview.values", preview.computed(), other.size(), preview.values().size() - other.size());
		Listing listing = new Listing("indicator", "region_name", "period", "stage", "before", "after");
		other.stream()
			.limit(SHOWN)
			.forEach((change) -> listing.add(title(change.key().indicator()),
					regionName(change.key().region(), change.key().period()), change.key().period(),
					stage(change.key().stage()), figure(change.before()), figure(change.after())));
		this.screen.show(listing);
		more(other.size());
	}

	private void more(int all) {
		if (all > SHOWN) {
			this.screen.say("preview.more", all - SHOWN);
		}
	}

	private String figure(@Nullable Value value) {
		if (value != null && value.value() == null && value.gap() != null) {
			return this.texts.text(value.gap().message());
		}
		return (value != null && value.value() != null) ? Figures.shown(value.value())
				: this.texts.text("preview.nothing");
	}

	private String title(String indicator) {
		return this.engine.catalog()
			.indicator(indicator)
			.map(Indicator::title)
			.map((title) -> title.in(this.screen.locale()))
			.orElse(indicator);
	}

	private String stage(String stage) {
		return this.engine.catalog().stage(stage).map((known) -> known.title().in(this.screen.locale())).orElse(stage);
	}

	private String regionName(String code, int period) {
		return this.engine.regions().byCode(code, period).map(Region::name).orElse(code);
	}

}
