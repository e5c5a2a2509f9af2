package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Parameter;
import org.dudao.catalog.Threshold;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a catalogue are worth at a stage, a place and in a year. Not for
 * several threads.
 */
public final class Parameters {

	private final Catalog catalog;

	private final @Nullable Regions regions;

	/** The areas that each place was found to lie in. */
	private final Map<Place, Set<String>> areas = new HashMap<>();

	/**
	 * The parameters of that catalogue, for those regions; null where no region lies in
	 * another.
	 */
	public Parameters(Catalog catalog, @Nullable Regions regions) {
		this.catalog = catalog;
		this.regions = regions;
	}

	/**
	 * What a parameter is worth, empty where no value fits.
	 * @param stage the stage, empty where nothing is kept by stage
	 */
	public Optional<BigDecimal> value(String name, String stage, Place place) {
		return this.catalog.parameter(name)
			.map(Parameter::values)
			.map((values) -> last(values, stage, place.period(), areas(place)::contains));
	}

	/** Those of some names that are parameters, in their order. */
	public List<Parameter> named(Collection<String> names) {
		return names.stream().flatMap((name) -> this.catalog.parameter(name).stream()).toList();
	}

	/**
	 * What stands for a name in SQL over the facts {@code f} of one place: the column, or
	 * what the parameter is worth there.
	 */
	public UnaryOperator<String> columns(Feed feed, Place place) {
		Terms terms = new Terms(feed, List.of());
		ParameterSql sql = new ParameterSql(this, terms.column(FieldType.REGION), terms.column(FieldType.PERIOD),
				terms.columnOrNull(FieldType.STAGE), Set.of(place));
		return (name) -> this.catalog.parameter(name).map(sql::of).orElse("f." + name);
	}

	/** The first of some names that is a parameter without a value there. */
	Optional<String> lacking(Collection<String> names, String stage, Place place) {
		return named(names).stream()
			.map(Parameter::name)
			.filter((name) -> value(name, stage, place).isEmpty())
			.findFirst();
	}

	/**
	 * The last of some values that fits, or null when none does.
	 * @param isWithin whether an area is the region in question or one above it
	 */
	public static @Nullable BigDecimal last(Iterable<Threshold> values, String stage, int period,
			Predicate<String> isWithin) {
		BigDecimal last = null;
		for (Threshold value : values) {
			last = (isFor(value, stage) && isIn(value, period, isWithin)) ? value.value() : last;
		}
		return last;
	}

	/** Whether a value is for that stage; for others it depends on stage alone. */
	static boolean isFor(Threshold value, String stage) {
		return value.stages().isEmpty() || value.stages().contains(stage);
	}

	/** Whether a value is for that year and area, whatever the stage. */
	static boolean isIn(Threshold value, int period, Predicate<String> isWithin) {
		Integer from = value.from();
		Integer until = value.until();
		return (from == null || from <= period) && (until == null || period <= until)
				&& (value.regions().isEmpty() || value.regions().stream().anyMatch(isWithin));
	}

	/** The region itself and all above it, as {@link Regions#isWithin} has them. */
	Set<String> areas(Place place) {
		return this.areas.computeIfAbsent(place, (key) -> areas(key, this.regions));
	}

	private static Set<String> areas(Place place, @Nullable Regions regions) {
		Set<String> codes = new HashSet<>(Set.of(place.region()));
		if (regions != null) {
			Optional<Region> region = regions.byCode(place.region(), place.period());
			while (region.isPresent()) {
				codes.add(region.get().code());
				region = regions.parent(region.get(), place.period());
			}
		}
		return codes;
	}

}
