package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Indicator.Kind;
import org.dudao.indicator.Value.Coverage;
import org.dudao.indicator.Value.Origin;
import org.dudao.indicator.Value.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Works out formulas from the values of other indicators, at every level of region anew,
 * a formula after all those that it is made of.
 */
final class FormulaEvaluation {

	private final Catalog catalog;

	private final Parameters parameters;

	private final ValueRows rows;

	private final Recorder recorder;

	FormulaEvaluation(Catalog catalog, Parameters parameters, ValueRows rows, Recorder recorder) {
		this.catalog = catalog;
		this.parameters = parameters;
		this.rows = rows;
		this.recorder = recorder;
	}

	/** Works out each formula where one of its operands changed, and nowhere else. */
	void run() {
		for (Indicator formula : inOrder()) {
			Collection<String> operands = formula.where().values();
			evaluate(formula,
					this.recorder.changed()
						.stream()
						.filter((key) -> operands.contains(key.indicator()))
						.map(ValueKey::place)
						.collect(Collectors.toSet()));
		}
	}

	/** Works out each formula wherever it has a value or an operand has. */
	void runEverywhere() {
		for (Indicator formula : inOrder()) {
			Set<String> indicators = new HashSet<>(formula.where().values());
			indicators.add(formula.name());
			evaluate(formula, this.rows.places(indicators));
		}
	}

	/** All formulas, each after those that it is made of. */
	private List<Indicator> inOrder() {
		Set<Indicator> inOrder = new LinkedHashSet<>();
		this.catalog.indicators().forEach((indicator) -> visit(indicator, inOrder));
		return List.copyOf(inOrder);
	}

	private void visit(Indicator indicator, Set<Indicator> inOrder) {
		if (indicator.kind() == Kind.FORMULA && !inOrder.contains(indicator)) {
			indicator.where()
				.values()
				.forEach((operand) -> this.catalog.indicator(operand).ifPresent((other) -> visit(other, inOrder)));
			inOrder.add(indicator);
		}
	}

	private void evaluate(Indicator formula, Set<Place> places) {
		if (places.isEmpty()) {
			return;
		}
		Set<String> indicators = new HashSet<>(formula.where().values());
		indicators.add(formula.name());
		Map<Place, List<Value>> live = new HashMap<>();
		List<Value> before = new ArrayList<>();
		for (Value value : this.rows.live(indicators, places)) {
			if (value.key().indicator().equals(formula.name())) {
				before.add(value);
			}
			else {
				live.computeIfAbsent(value.key().place(), (place) -> new ArrayList<>()).add(value);
			}
		}
		List<Value> after = new ArrayList<>();
		live.forEach((place, values) -> {
			Operands operands = new Operands(values);
			operands.units().forEach((unit) -> after.add(value(formula, place, unit, operands)));
		});
		this.recorder.record(before, after);
	}

	private Value value(Indicator formula, Place place, Unit unit, Operands operands) {
		Map<String, BigDecimal> known = new HashMap<>();
		List<Value> used = new ArrayList<>();
		Lack partial = null;
		for (Map.Entry<String, String> operand : formula.where().entrySet()) {
			Optional<Value> value = operands.find(operand.getValue(), unit);
			value.ifPresent(used::add);
			Lack lack = value.isPresent() ? lack(operand.getValue(), value.get()) : absent(operand, unit, operands);
			BigDecimal figure = value.map((found) -> Operands.exact(found, kind(operand.getValue()))).orElse(null);
			if (figure == null) {
				return value(formula, place, unit, null, lack, used);
			}
			known.put(operand.getKey(), figure);
			partial = (partial != null) ? partial : lack;
		}
		Set<String> names = Objects.requireNonNull(formula.of()).fields();
		Optional<String> lacking = this.parameters.lacking(names, unit.stage(), place);
		if (lacking.isPresent()) {
			return value(formula, place, unit, null, new Lack(Gap.PARAMETER_MISSING, lacking.get()), used);
		}
		this.parameters.named(names)
			.forEach((parameter) -> this.parameters.value(parameter.name(), unit.stage(), place)
				.ifPresent((figure) -> known.put(parameter.name(), figure)));
		BigDecimal result = formula.of().evaluate(known::get);
		boolean tooLarge = result != null && result.abs().compareTo(Value.LIMIT) >= 0;
		if (result == null || tooLarge) {
			return value(formula, place, unit, null, new Lack(tooLarge ? Gap.CONFLICT : Gap.DENOMINATOR_ZERO, null),
					used);
		}
		return value(formula, place, unit, result, partial, used);
	}

	private static Value value(Indicator formula, Place place, Unit unit, @Nullable BigDecimal figure,
			@Nullable Lack lack, List<Value> used) {
		ValueKey key = new ValueKey(formula.name(), place.region(), place.period(), unit.stage(), unit.basis());
		return new Value(0, key, figure, null, null, null, null, Origin.COMPUTED, (lack != null) ? lack.gap() : null,
				(lack != null) ? lack.of() : null, stages(used), Coverage.OWN, Sources.NONE, Precision.EXACT,
				Breaks.of(used));
	}

	/** What an operand's value lacks, if anything; named is where it began. */
	private static @Nullable Lack lack(String operand, Value value) {
		Gap gap = value.gap();
		return (gap != null) ? new Lack(gap, (value.gapOf() != null) ? value.gapOf() : operand) : null;
	}

	private static Lack absent(Map.Entry<String, String> operand, Unit unit, Operands operands) {
		boolean otherBasis = operands.isOfOtherBasis(operand.getValue(), unit);
		return new Lack(otherBasis ? Gap.BASIS_DIFFERS : Gap.MISSING, operand.getValue());
	}

	private Kind kind(String indicator) {
		return this.catalog.indicator(indicator).map(Indicator::kind).orElse(Kind.TOTAL);
	}

	/**
	 * What the operands were summed over and how they came about; only where that is the
	 * same can two years be compared.
	 */
	private static String stages(List<Value> used) {
		boolean plain = used.stream()
			.allMatch((value) -> value.stages().isEmpty() && value.origin() == Origin.REPORTED);
		return plain ? ""
				: "~" + Fingerprint.of(used.stream()
					.map((value) -> value.key().indicator() + "=" + value.origin() + ":" + value.stages())
					.collect(Collectors.joining(";")));
	}

	/** A gap, and the indicator or parameter that it lies in. */
	private record Lack(Gap gap, @Nullable String of) {
	}

}
