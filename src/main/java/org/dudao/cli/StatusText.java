package org.dudao.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dudao.region.Region;
import org.dudao.report.Status.Cell;
import org.dudao.report.Status.State;
import org.dudao.report.Status.Totals;
import org.dudao.submission.Submission;
import org.jspecify.annotations.Nullable;

/** The grid as a person reads it, on one or two screens however large it is. */
final class StatusText {

	/** More cells than these are shown area by area. */
	private static final int CELLS = 60;

	private static final int FILES = 20;

	private final Engine engine;

	private final Screen screen;

	StatusText(Engine engine, Screen screen) {
		this.engine = engine;
		this.screen = screen;
	}

	/** Every cell, for a program. */
	Listing listing(List<Cell> cells) {
		Listing listing = new Listing("region", "region_name", "feed", "period", "state", "submission", "parts",
				"facts", "waiting", "due", "overdue_days");
		cells.forEach((cell) -> listing.add(cell.region(), cell.name(), cell.feed(), cell.period(),
				cell.state().name().toLowerCase(Locale.ROOT), cell.submissions(), cell.parts(), cell.facts(),
				cell.waiting(), (cell.due() != null) ? cell.due().toString() : null, cell.overdue()));
		return listing;
	}

	/**
	 * The totals, and below them the cells or, of too many, their areas.
	 * @param cells all of them
	 * @param wanted those to be shown
	 * @param region the region that was asked for, or null
	 * @param missing whether only what is missing is to be shown, what is most overdue
	 * first
	 */
	void forPeople(List<Cell> cells, List<Cell> wanted, @Nullable String region, boolean missing) {
		Totals totals = Totals.of(cells);
		this.screen.say("status.totals", totals.published(), totals.held(), totals.rejected(), totals.waiting(),
				totals.missing(), totals.overdue());
		boolean one = cells.stream().map(Cell::region).distinct().count() == 1;
		if (missing) {
			cells(wanted.stream().sorted(Comparator.comparing(Cell::overdue).reversed()).toList(), CELLS);
		}
		else if (wanted.size() <= CELLS || one) {
			cells(wanted, Integer.MAX_VALUE);
		}
		else {
			areas(wanted, region);
		}
	}

	private void cells(List<Cell> cells, int most) {
		Listing listing = new Listing("region", "region_name", "feed", "period", "state", "submission", "parts",
				"facts");
		cells.stream()
			.limit(most)
			.forEach((cell) -> listing.add(cell.region(), cell.name(), feed(cell), cell.period(), state(cell),
					cell.submissions().isEmpty() ? cell.waiting() : cell.submissions(), cell.parts(), cell.facts()));
		this.screen.show(listing);
		if (cells.size() > most) {
			this.screen.say("status.more", cells.size() - most);
		}
	}

	/** The regions themselves first, then those above them until they fit. */
	private void areas(List<Cell> cells, @Nullable String region) {
		Map<String, List<Cell>> areas = byArea(cells, region, 0);
		for (int up = 1; areas.size() > CELLS && up <= 3; up++) {
			areas = byArea(cells, region, up);
		}
		Listing listing = new Listing("region", "region_name", "in_force", "held", "rejected", "waiting", "missing",
				"overdue");
		areas.entrySet().stream().limit(CELLS).forEach((area) -> {
			Totals totals = Totals.of(area.getValue());
			int year = area.getValue().get(0).period();
			listing.add(area.getKey(), this.engine.regions().byCode(area.getKey(), year).map(Region::name).orElse(""),
					totals.published(), totals.held(), totals.rejected(), totals.waiting(), totals.missing(),
					totals.overdue());
		});
		this.screen.show(listing);
		if (areas.size() > CELLS) {
			this.screen.say("status.more", areas.size() - CELLS);
		}
		this.screen.say("status.drill-down");
	}

	private Map<String, List<Cell>> byArea(List<Cell> cells, @Nullable String region, int up) {
		return cells.stream()
			.collect(Collectors.groupingBy((cell) -> area(cell, region, up), TreeMap::new, Collectors.toList()));
	}

	/** The area above a cell, but below the region that was asked for. */
	private String area(Cell cell, @Nullable String region, int up) {
		String area = cell.region();
		for (int i = 0; i < up; i++) {
			Optional<String> above = above(area, cell.period());
			if (above.isEmpty() || above.get().equals(region)) {
				return area;
			}
			area = above.get();
		}
		return area;
	}

	private Optional<String> above(String code, int year) {
		return this.engine.regions()
			.byCode(code, year)
			.flatMap((region) -> this.engine.regions().parent(region, year))
			.map(Region::code);
	}

	/** The files that somebody has to look at. */
	void files(List<Submission> files) {
		files.stream()
			.limit(FILES)
			.forEach((one) -> this.screen.say("run.waiting", this.screen.messages().text("state-name." + one.state()),
					one.id(), (one.sender() != null) ? one.sender() : "-", one.fileName()));
		if (files.size() > FILES) {
			this.screen.say("status.more", files.size() - FILES);
		}
	}

	/** People know a feed by its title, programs by its name. */
	private String feed(Cell cell) {
		return this.engine.catalog()
			.feed(cell.feed())
			.map((feed) -> feed.title().in(this.screen.messages().locale()))
			.orElse(cell.feed());
	}

	private String state(Cell cell) {
		String state = this.screen.messages().text("status." + cell.state().name().toLowerCase(Locale.ROOT));
		if (cell.state() == State.PUBLISHED) {
			return cell.waiting().isEmpty() ? state
					: state + this.screen.messages().text("status.and-waiting", cell.waiting().get(0));
		}
		if (cell.overdue() > 0) {
			return state + this.screen.messages().text("status.overdue-by", cell.overdue());
		}
		return (cell.due() != null) ? state + this.screen.messages().text("status.due", cell.due()) : state;
	}

}
