package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.dudao.catalog.Indicator.Kind;
import org.jspecify.annotations.Nullable;

/** Values at hand, found by what they are about. */
public final class Values {

	private final Map<ValueKey, Value> byKey = new HashMap<>();

	private final Map<ValueKey, List<Value>> anyBasis = new HashMap<>();

	private final Map<ValueKey, Value> then = new HashMap<>();

	/**
	 * An index of these values, at most one for each key.
	 * @throws IllegalArgumentException when two are about the same
	 */
	public Values(Collection<Value> values) {
		for (Value value : values) {
			if (this.byKey.put(value.key(), value) != null) {
				throw new IllegalArgumentException("two values in force for " + value.key());
			}
			this.anyBasis.computeIfAbsent(withoutBasis(value.key()), (key) -> new ArrayList<>()).add(value);
		}
	}

	/**
	 * The same, and what was in force in the place of some of them when the year after
	 * them was first published.
	 */
	public Values(Collection<Value> values, Collection<Value> then) {
		this(values);
		for (Value value : then) {
			Value now = this.byKey.get(value.key());
			boolean same = now != null && Objects.equals(now.value(), value.value())
					&& Objects.equals(now.numerator(), value.numerator())
					&& Objects.equals(now.denominator(), value.denominator());
			if (now != null && !same) {
				this.then.put(value.key(), value);
			}
		}
	}

	/**
	 * The value for that key as it was published when the year after it first was; empty
	 * when it has not been published anew since.
	 */
	public Optional<Value> then(ValueKey key) {
		return Optional.ofNullable(this.then.get(key));
	}

	/**
	 * What several regions have, added up; empty when one of them has nothing that can
	 * be, or they are not put together alike.
	 * @param key what the sum is about
	 * @param parts of the same indicator, stage and basis
	 */
	public Optional<Value> together(ValueKey key, Collection<ValueKey> parts, Kind kind) {
		List<Value> found = parts.stream().flatMap((part) -> find(part).stream()).filter(Value::judgeable).toList();
		boolean additive = found.size() == parts.size() && !found.isEmpty()
				&& found.stream()
					.allMatch((value) -> value.numerator() != null
							&& (kind == Kind.TOTAL || value.denominator() != null)
							&& value.stages().equals(found.get(0).stages()) && value.origin() == found.get(0).origin());
		if (!additive || kind == Kind.VARIATION || kind == Kind.FORMULA) {
			return Optional.empty();
		}
		BigDecimal above = sum(found, Value::numerator);
		BigDecimal below = (kind == Kind.TOTAL) ? null : sum(found, Value::denominator);
		Ratio ratio = Ratio.of(kind, above, below);
		return Optional.of(new Value(0, key, ratio.value(), above, below, null, null, found.get(0).origin(),
				ratio.gap(), null, found.get(0).stages(), Value.Coverage.OWN, Value.Sources.NONE,
				found.stream().map(Value::precision).reduce(Precision.EXACT, Precision::plus), Breaks.of(found)));
	}

	private static BigDecimal sum(List<Value> values, Function<Value, @Nullable BigDecimal> figure) {
		return values.stream().map(figure).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** The value for exactly that key. */
	public Optional<Value> find(ValueKey key) {
		return Optional.ofNullable(this.byKey.get(key));
	}

	/** Whether there is a value for that key but with another basis. */
	public boolean hasOtherBasis(ValueKey key) {
		return this.anyBasis.getOrDefault(withoutBasis(key), List.of())
			.stream()
			.anyMatch((value) -> !value.key().basis().equals(key.basis()));
	}

	/** All values, in no order. */
	public Collection<Value> all() {
		return this.byKey.values();
	}

	private static ValueKey withoutBasis(ValueKey key) {
		return new ValueKey(key.indicator(), key.region(), key.period(), key.stage(), "");
	}

}
