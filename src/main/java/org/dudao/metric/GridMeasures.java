package org.dudao.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.report.Status;
import org.dudao.report.Status.Cell;
import org.dudao.report.Status.Totals;

/**
 * What the grid of {@code status} says is missing and overdue, by feed and by the area
 * directly above the counties. Were there too many of these areas, those above them stand
 * in their place: how many series there are is bounded, however large the country is.
 */
final class GridMeasures implements Measured {

	/** Series of one metric. */
	static final int MOST = 5_000;

	/** More levels than any country has. */
	private static final int LEVELS = 4;

	private final Status status;

	private final Regions regions;

	GridMeasures(Status status, Regions regions) {
		this.status = status;
		this.regions = regions;
	}

	@Override
	public List<Series> measure(Instant now) {
		Map<Place, List<Cell>> areas = areas(this.status.grid(null, null, null, null));
		Series expected = Series.gauge("dudao_expected_submissions", "Places of the grid, by feed and area", "feed",
				"city");
		Series missing = Series.gauge("dudao_missing_submissions",
				"Places of the grid for which nothing has come, by feed and area", "feed", "city");
		Series overdue = Series.gauge("dudao_overdue_submissions",
				"Places of the grid with nothing in force after the deadline, by feed and area", "feed", "city");
		Map<String, String> names = new TreeMap<>();
		areas.forEach((place, cells) -> {
			Totals totals = Totals.of(cells);
			expected.add(cells.size(), place.feed(), place.area());
			missing.add(totals.missing(), place.feed(), place.area());
			overdue.add(totals.overdue(), place.feed(), place.area());
			names.put(place.area(), name(place.area()));
		});
		Series info = Series.info("dudao_city", "What an area is called", "city", "name");
		names.forEach((code, name) -> info.add(1, code, name));
		return List.of(expected, missing, overdue, info);
	}

	private Map<Place, List<Cell>> areas(List<Cell> cells) {
		int up = 0;
		Map<Place, List<Cell>> areas = byArea(cells, up);
		while (areas.size() > MOST && up < LEVELS) {
			up++;
			areas = byArea(cells, up);
		}
		return areas;
	}

	private Map<Place, List<Cell>> byArea(List<Cell> cells, int up) {
		Map<Area, String> known = new HashMap<>();
		Map<Place, List<Cell>> areas = new TreeMap<>();
		for (Cell cell : cells) {
			String area = known.computeIfAbsent(new Area(cell.region(), cell.period()),
					(one) -> above(one.region(), one.year(), up));
			areas.computeIfAbsent(new Place(cell.feed(), area), (place) -> new ArrayList<>()).add(cell);
		}
		return areas;
	}

	/** A city that sends for itself stands for itself. */
	private String above(String code, int year, int up) {
		String area = this.regions.children(code, year).isEmpty() ? parent(code, year) : code;
		for (int i = 0; i < up; i++) {
			area = parent(area, year);
		}
		return area;
	}

	private String parent(String code, int year) {
		return this.regions.byCode(code, year)
			.flatMap((region) -> this.regions.parent(region, year))
			.map(Region::code)
			.orElse(code);
	}

	private String name(String code) {
		List<Region> spans = this.regions.spans(code);
		return spans.isEmpty() ? code : spans.get(0).name();
	}

	private record Area(String region, int year) {
	}

	private record Place(String feed, String area) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int byFeed = this.feed.compareTo(other.feed);
			return (byFeed != 0) ? byFeed : this.area.compareTo(other.area);
		}

	}

}
