package org.dudao.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.batch.Preview;
import org.dudao.catalog.Feed;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueChanges.Change;
import org.dudao.message.Message;
import org.dudao.submission.Plan.Entry;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.warehouse.FactChanges.Cell;
import org.dudao.warehouse.FactChanges.SlotChange;
import org.jspecify.annotations.Nullable;

/** What a run would do, as a program reads it. */
final class PreviewObject {

	private final Engine engine;

	private final Screen screen;

	PreviewObject(Engine engine, Screen screen) {
		this.engine = engine;
		this.screen = screen;
	}

	Map<String, Object> of(Preview preview) {
		Map<Long, String> names = PreviewText.names(preview.summary());
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("files", preview.summary().read().stream().map(this::file).toList());
		object.put("known", preview.summary().passedOver().stream().map(this::entry).toList());
		object.put("left", preview.summary().left().stream().map(this::entry).toList());
		object.put("catalog_changed", preview.catalogChanged());
		object.put("slots", preview.slots().stream().map((change) -> slot(change, names)).toList());
		object.put("indicators_computed", preview.computed());
		object.put("indicators",
				preview.values().stream().filter(Change::saysOther).map(PreviewObject::value).toList());
		object.put("findings", new TurnText(this.engine, this.screen).previewed(preview.findings()));
		return object;
	}

	private Map<String, Object> file(Submission file) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("file", file.fileName());
		object.put("sender", file.sender());
		object.put("sha256", file.sha256());
		object.put("feed", file.feed());
		object.put("state", file.state());
		object.put("rows_read", file.ledger().read());
		object.put("rows_accepted", file.ledger().accepted());
		object.put("rows_rejected", file.ledger().rejected());
		object.put("rows_ignored", file.ledger().ignored());
		object.put("reasons", file.reasons().stream().map(this::reason).toList());
		return object;
	}

	private Map<String, Object> reason(Message reason) {
		return Map.of("code", reason.code(), "args", reason.args(), "text", this.screen.messages().text(reason));
	}

	private Map<String, Object> entry(Entry entry) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("file", entry.path());
		object.put("submission", entry.submission());
		object.put("reason", (entry.why() != null) ? reason(entry.why()) : null);
		return object;
	}

	private Map<String, Object> slot(SlotChange change, Map<Long, String> names) {
		Slot slot = change.slot().slot();
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("feed", slot.feed());
		object.put("part", slot.part());
		object.put("region", slot.region());
		object.put("period", slot.period());
		object.put("file", names.get(change.slot().submission()));
		object.put("replaces", change.slot().before());
		object.put("added", change.added());
		object.put("removed", change.removed());
		object.put("changed", change.changed());
		List<String> key = this.engine.catalog().feed(slot.feed()).map(Feed::primaryKey).orElse(List.of());
		object.put("cells", change.cells().stream().map((cell) -> cell(key, cell)).toList());
		return object;
	}

	private static Map<String, Object> cell(List<String> key, Cell cell) {
		Map<String, Object> fact = new LinkedHashMap<>();
		for (int i = 0; i < key.size(); i++) {
			fact.put(key.get(i), cell.key().get(i));
		}
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("key", fact);
		object.put("field", cell.field());
		object.put("before", cell.before());
		object.put("after", cell.after());
		return object;
	}

	private static Map<String, Object> value(Change change) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("indicator", change.key().indicator());
		object.put("region", change.key().region());
		object.put("period", change.key().period());
		object.put("stage", change.key().stage());
		object.put("basis", change.key().basis());
		object.put("before", figures(change.before()));
		object.put("after", figures(change.after()));
		return object;
	}

	private static @Nullable Map<String, Object> figures(@Nullable Value value) {
		if (value == null) {
			return null;
		}
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("value", Figures.plain(value.value()));
		object.put("numerator", Figures.plain(value.numerator()));
		object.put("denominator", Figures.plain(value.denominator()));
		object.put("gap", value.gap());
		return object;
	}

}
