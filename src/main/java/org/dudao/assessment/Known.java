package org.dudao.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Indicator;
import org.dudao.finding.Judge;
import org.dudao.finding.Operand;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Values;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/** What is known of a region and of those above it, each value beside its year before. */
final class Known {

	private final Catalog catalog;

	private final Judge judge;

	private final Values values;

	private final Map<List<Object>, List<Value>> places = new HashMap<>();

	Known(Catalog catalog, Regions regions, Collection<Value> values) {
		this.catalog = catalog;
		this.judge = new Judge(catalog, regions);
		this.values = new Values(values);
		for (Value value : values) {
			ValueKey key = value.key();
			this.places
				.computeIfAbsent(List.of(key.indicator(), key.region(), key.period(), key.stage()),
						(none) -> new ArrayList<>())
				.add(value);
		}
		this.places.values().forEach((same) -> same.sort(Comparator.comparing((value) -> value.key().basis())));
	}

	/**
	 * A value that can be said. Of several bases, the first by name that has one: which
	 * it is, its note says.
	 */
	Optional<Value> find(String indicator, String region, int period, String stage) {
		return this.places.getOrDefault(List.of(indicator, region, period, stage), List.of())
			.stream()
			.filter(Value::judgeable)
			.findFirst();
	}

	/** The value for exactly that key. */
	Optional<Value> find(ValueKey key) {
		return this.values.find(key);
	}

	/** The value beside its year before, compared as the rules compare. */
	Change change(Value value) {
		Operand operand = this.judge.compared(value, this.values);
		return new Change(value.value(), operand.prior(), operand.growth(), operand.source());
	}

	/** The unit of an indicator, empty when the catalogue no longer has it. */
	String unit(String indicator) {
		return this.catalog.indicator(indicator).map(Indicator::unit).orElse("");
	}

	/**
	 * A value and its year before.
	 *
	 * @param value the value
	 * @param prior the year before, or null
	 * @param growth the growth in percent, or null
	 * @param source where the year before was taken from, null when there is none
	 */
	record Change(@Nullable BigDecimal value, @Nullable BigDecimal prior, @Nullable BigDecimal growth,
			Operand.@Nullable Source source) {

		/** The trend, as the patterns call it. */
		String trend() {
			Integer sign = sign();
			return (sign == null) ? "unknown" : word(sign);
		}

		static String word(int sign) {
			return (sign == 0) ? "unchanged" : (sign > 0) ? "rises" : "falls";
		}

		private @Nullable Integer sign() {
			if (this.value != null && this.prior != null) {
				return this.value.compareTo(this.prior);
			}
			return (this.growth != null) ? (Integer) this.growth.signum() : null;
		}

		/** The difference, without sign; null when it is unknown. */
		@Nullable BigDecimal increase() {
			if (this.value != null && this.prior != null) {
				return this.value.subtract(this.prior).abs();
			}
			if (this.value != null && this.growth != null) {
				BigDecimal share = this.growth.movePointLeft(2);
				BigDecimal whole = share.add(BigDecimal.ONE);
				return (whole.signum() != 0) ? this.value.multiply(share).divide(whole, MathContext.DECIMAL64).abs()
						: null;
			}
			return null;
		}

	}

}
