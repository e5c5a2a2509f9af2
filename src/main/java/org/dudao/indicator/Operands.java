package org.dudao.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.catalog.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * The values that a formula is worked out from, at one place. An operand that is not kept
 * by stage serves every stage, and one without a basis every basis; otherwise stage and
 * basis must be the same.
 */
final class Operands {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Map<String, Map<Unit, Value>> values = new HashMap<>();

	Operands(List<Value> values) {
		values.forEach((value) -> this.values.computeIfAbsent(value.key().indicator(), (indicator) -> new HashMap<>())
			.put(Unit.of(value.key()), value));
	}

	/**
	 * Each stage and basis that there are values for; what is of no stage is of all of
	 * them, and what has no basis of each that others have there.
	 */
	Set<Unit> units() {
		Set<Unit> given = new TreeSet<>();
		this.values.values().forEach((own) -> given.addAll(own.keySet()));
		Set<Unit> units = new TreeSet<>();
		for (Unit unit : given) {
			for (String stage : kinds(unit.stage(), given.stream().map(Unit::stage))) {
				kinds(unit.basis(), given.stream().filter((other) -> isOf(other, stage)).map(Unit::basis))
					.forEach((basis) -> units.add(new Unit(stage, basis)));
			}
		}
		return units;
	}

	private static Set<String> kinds(String own, Stream<String> all) {
		Set<String> kinds = all.filter((kind) -> !kind.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
		return (own.isEmpty() && !kinds.isEmpty()) ? kinds : Set.of(own);
	}

	private static boolean isOf(Unit unit, String stage) {
		return stage.isEmpty() || unit.stage().isEmpty() || unit.stage().equals(stage);
	}

	/** The operand's value for a stage and basis. */
	Optional<Value> find(String indicator, Unit unit) {
		Map<Unit, Value> own = of(indicator);
		for (String stage : List.of(unit.stage(), "")) {
			for (String basis : List.of(unit.basis(), "")) {
				Value found = own.get(new Unit(stage, basis));
				if (found != null) {
					return Optional.of(found);
				}
			}
		}
		return Optional.empty();
	}

	/** Whether the operand has a value for that stage, but of another basis only. */
	boolean isOfOtherBasis(String indicator, Unit unit) {
		return of(indicator).keySet()
			.stream()
			.anyMatch((other) -> isOf(other, unit.stage()) && !other.basis().equals(unit.basis()));
	}

	/**
	 * A value as exact as it is kept: a quotient is divided anew, not taken as rounded.
	 */
	static @Nullable BigDecimal exact(Value value, Indicator.Kind kind) {
		BigDecimal above = value.numerator();
		BigDecimal below = value.denominator();
		boolean quotient = kind == Indicator.Kind.RATIO || kind == Indicator.Kind.SHARE;
		if (quotient && value.value() != null && above != null && below != null && below.signum() > 0) {
			BigDecimal shown = (kind == Indicator.Kind.SHARE) ? above.multiply(HUNDRED) : above;
			return shown.divide(below, MathContext.DECIMAL128);
		}
		return value.value();
	}

	private Map<Unit, Value> of(String indicator) {
		return this.values.getOrDefault(indicator, Map.of());
	}

}
