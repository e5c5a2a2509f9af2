package org.dudao.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dudao.message.Message;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/** Reads cells that hold the code or the name of a region. What was read once is kept. */
final class RegionCells {

	private static final int KEPT = 20_000;

	private final Regions regions;

	private final @Nullable String area;

	private final Map<Integer, Map<String, Parsed>> kept = new HashMap<>();

	private int size;

	/**
	 * For the files of one sender.
	 * @param area the code of the area that regions must lie in, or null
	 */
	RegionCells(Regions regions, @Nullable String area) {
		this.regions = regions;
		this.area = area;
	}

	/** The code of the region that was so called in that year. */
	Parsed read(String cell, int year) {
		Map<String, Parsed> ofYear = this.kept.computeIfAbsent(year, (none) -> new HashMap<>());
		Parsed reading = ofYear.get(cell);
		if (reading == null) {
			if (++this.size > KEPT) {
				this.kept.values().forEach(Map::clear);
				this.size = 0;
			}
			reading = resolve(Cells.halfWidth(cell), year);
			ofYear.put(cell, reading);
		}
		return reading;
	}

	/**
	 * Whether a cell names that very region, by code or by a name that others may share.
	 */
	boolean names(String cell, String code, int year) {
		String text = Cells.halfWidth(cell);
		return this.regions.byCode(text, year)
			.map((region) -> region.code().equals(code))
			.orElseGet(() -> this.regions.named(text, year, this.area)
				.stream()
				.anyMatch((region) -> region.code().equals(code)));
	}

	private Parsed resolve(String text, int year) {
		List<Region> spans = this.regions.spans(text);
		if (!spans.isEmpty()) {
			return this.regions.byCode(text, year)
				.map((region) -> inArea(region, year))
				.orElseGet(() -> notInForce(text, spans, year));
		}
		if (!text.isEmpty() && text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return Parsed.problem("region.unknown-code", text);
		}
		List<Region> found = this.regions.named(text, year, this.area);
		if (found.size() == 1) {
			return Parsed.of(found.get(0).code());
		}
		return (found.size() > 1) ? Parsed.problem("region.ambiguous", text, year, list(found))
				: unknownName(text, year);
	}

	private Parsed inArea(Region region, int year) {
		return (this.area == null || this.regions.isWithin(region.code(), this.area, year)) ? Parsed.of(region.code())
				: Parsed.problem("region.outside", label(region), areaLabel(year));
	}

	private Parsed unknownName(String text, int year) {
		List<Region> elsewhere = this.regions.named(text, year, null);
		if (!elsewhere.isEmpty()) {
			return Parsed.problem("region.outside", list(elsewhere), areaLabel(year));
		}
		List<Region> once = this.regions.everNamed(text)
			.stream()
			.filter((region) -> this.area == null || this.regions.isWithin(region.code(), this.area, region.from()))
			.toList();
		if (!once.isEmpty()) {
			return notInForce(text, once, year);
		}
		return (this.area == null) ? Parsed.problem("region.unknown-anywhere", text)
				: Parsed.problem("region.unknown-name", text, areaLabel(year));
	}

	private static Parsed notInForce(String text, List<Region> spans, int year) {
		String years = spans.stream()
			.map((span) -> label(span) + " " + span.from() + "–" + ((span.until() != null) ? span.until() : ""))
			.collect(Collectors.joining(", "));
		String successors = spans.stream()
			.filter((span) -> span.until() != null && span.until() < year)
			.flatMap((span) -> span.successors().stream().filter((successor) -> successor.year() >= span.until()))
			.map((successor) -> successor.code() + " (" + successor.year() + ")")
			.distinct()
			.collect(Collectors.joining(", "));
		return new Parsed(null, successors.isEmpty() ? Message.of("region.not-in-force", text, year, years)
				: Message.of("region.replaced", text, year, years, successors));
	}

	private String areaLabel(int year) {
		return this.regions.spans(this.area)
			.stream()
			.filter((span) -> span.inForce(year))
			.findFirst()
			.map(RegionCells::label)
			.orElse(this.area);
	}

	private static String list(List<Region> regions) {
		return regions.stream().map(RegionCells::label).collect(Collectors.joining(", "));
	}

	private static String label(Region region) {
		return region.code() + " " + region.name();
	}

}
