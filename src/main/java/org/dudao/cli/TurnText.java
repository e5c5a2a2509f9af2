package org.dudao.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dudao.region.Region;
import org.dudao.report.FindingTurns.Turn;

/** Turns that findings take, as a person reads them, or as JSON. */
final class TurnText {

	/** More turns than these are a list for a program. */
	private static final int SHOWN = 20;

	private final Engine engine;

	private final Screen screen;

	TurnText(Engine engine, Screen screen) {
		this.engine = engine;
		this.screen = screen;
	}

	void show(List<Turn> turns) {
		show(turns, true);
	}

	/** Of findings that would be new the number is given to nobody yet. */
	void showPreview(List<Turn> turns) {
		show(turns, false);
	}

	private void show(List<Turn> turns, boolean numbered) {
		Listing listing = new Listing("finding", "turn", "region_name", "period", "stage", "title");
		turns.stream()
			.limit(SHOWN)
			.forEach((turn) -> listing.add(isKnown(turn, numbered) ? turn.finding() : null,
					this.screen.messages()
						.text("finding.event." + turn.event().toLowerCase(Locale.ROOT).replace('_', '-')),
					regionName(turn), turn.period(), stage(turn), title(turn)));
		this.screen.show(listing);
		if (turns.size() > SHOWN) {
			this.screen.say("preview.more", turns.size() - SHOWN);
		}
	}

	private static boolean isKnown(Turn turn, boolean numbered) {
		return numbered || !turn.event().equals("OPENED");
	}

	List<Map<String, Object>> objects(List<Turn> turns) {
		return turns.stream().map((turn) -> object(turn, true)).toList();
	}

	/** The same of turns that are only looked at. */
	List<Map<String, Object>> previewed(List<Turn> turns) {
		return turns.stream().map((turn) -> object(turn, false)).toList();
	}

	private Map<String, Object> object(Turn turn, boolean numbered) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("finding", isKnown(turn, numbered) ? turn.finding() : null);
		object.put("event", turn.event());
		object.put("because", turn.because());
		object.put("rule", turn.rule());
		object.put("title", title(turn));
		object.put("region", turn.region());
		object.put("region_name", regionName(turn));
		object.put("period", turn.period());
		object.put("stage", turn.stage());
		object.put("basis", turn.basis());
		return object;
	}

	private String title(Turn turn) {
		return this.engine.catalog()
			.rule(turn.rule())
			.map((rule) -> rule.title().in(this.screen.locale()))
			.orElse(turn.rule());
	}

	private String stage(Turn turn) {
		return this.engine.catalog()
			.stage(turn.stage())
			.map((stage) -> stage.title().in(this.screen.locale()))
			.orElse(turn.stage());
	}

	private String regionName(Turn turn) {
		return this.engine.regions().byCode(turn.region(), turn.period()).map(Region::name).orElse(turn.region());
	}

}
