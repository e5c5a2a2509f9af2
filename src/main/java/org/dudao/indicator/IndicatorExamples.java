package org.dudao.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Indicator.Example;
import org.dudao.catalog.Indicator.Kind;
import org.dudao.message.Message;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/**
 * Tries each indicator with the examples that its author gave. The rows are evaluated in
 * memory by the same expressions that the database is given, and summed as it sums them.
 */
public final class IndicatorExamples {

	private static final int ANY_PERIOD = 2023;

	private final Catalog catalog;

	private final Parameters parameters;

	/** The examples of the indicators of that catalogue, in those regions. */
	public IndicatorExamples(Catalog catalog, Regions regions) {
		this.catalog = catalog;
		this.parameters = new Parameters(catalog, regions);
	}

	/**
	 * One message for each example that does not come out, by indicator; empty when all
	 * do.
	 */
	public List<Message> failures() {
		List<Message> failures = new ArrayList<>();
		for (Indicator indicator : this.catalog.indicators()) {
			for (int i = 0; i < indicator.examples().size(); i++) {
				Example example = indicator.examples().get(i);
				BigDecimal expected = example.value();
				BigDecimal found = value(indicator, example);
				if (!same(expected, found)) {
					failures.add(Message.of("indicator.example", indicator.name(), i + 1, shown(expected),
							shown((found != null) ? found.setScale(Value.SCALE, RoundingMode.HALF_EVEN) : null)));
				}
			}
		}
		return failures;
	}

	private static boolean same(@Nullable BigDecimal expected, @Nullable BigDecimal found) {
		if (expected == null || found == null) {
			return expected == null && found == null;
		}
		return found.setScale(Math.max(expected.scale(), 0), RoundingMode.HALF_EVEN).compareTo(expected) == 0;
	}

	private static String shown(@Nullable BigDecimal value) {
		return (value != null) ? value.stripTrailingZeros().toPlainString() : "-";
	}

	private @Nullable BigDecimal value(Indicator indicator, Example example) {
		Expression of = indicator.of();
		if (of == null) {
			return null;
		}
		if (indicator.kind() == Kind.FORMULA) {
			return of.evaluate(
					(name) -> example.given().containsKey(name) ? example.given().get(name) : parameter(name, example));
		}
		Sum above = new Sum();
		Sum below = new Sum();
		Sum squares = new Sum();
		for (Map<String, Object> given : example.rows()) {
			Map<String, Object> row = row(indicator, given, example);
			Boolean counts = counts(indicator.rows(), row, example);
			BigDecimal one = value(of, row, example);
			BigDecimal other = value(indicator.in(), row, example);
			if (counts == null) {
				return null;
			}
			if (counts) {
				above.add(one);
				below.add(other);
				squares.add(Figure.square(one, other));
			}
		}
		if (indicator.kind() == Kind.VARIATION) {
			return Spread.of(above.component(), below.component(), squares.component()).variation();
		}
		return (above.sum != null) ? Ratio.of(indicator.kind(), above.sum, below.sum).value() : null;
	}

	/** Whether a row counts, null when it cannot be told. */
	private @Nullable Boolean counts(@Nullable Expression rows, Map<String, Object> row, Example example) {
		if (rows == null) {
			return true;
		}
		BigDecimal holds = value(rows, row, example);
		return (holds != null) ? holds.signum() != 0 : null;
	}

	private @Nullable BigDecimal value(@Nullable Expression expression, Map<String, Object> row, Example example) {
		return (expression != null)
				? expression.evaluate((name) -> row.containsKey(name) ? row.get(name) : parameter(name, example))
				: null;
	}

	/** The row with what the example says of all rows: stage, period and region. */
	private Map<String, Object> row(Indicator indicator, Map<String, Object> given, Example example) {
		Map<String, Object> row = new HashMap<>();
		Optional<Feed> feed = Optional.ofNullable(indicator.feed()).flatMap(this.catalog::feed);
		for (Field field : feed.map(Feed::fields).orElse(List.of())) {
			if (field.type() == FieldType.PERIOD) {
				row.put(field.name(), period(example));
			}
			if (field.type() == FieldType.STAGE && example.stage() != null) {
				row.put(field.name(), example.stage());
			}
			if (field.type() == FieldType.REGION && example.region() != null) {
				row.put(field.name(), example.region());
			}
		}
		row.putAll(given);
		return row;
	}

	private @Nullable BigDecimal parameter(String name, Example example) {
		String stage = (example.stage() != null) ? example.stage() : "";
		String region = (example.region() != null) ? example.region() : "";
		return this.parameters.value(name, stage, new Place(region, period(example))).orElse(null);
	}

	private static int period(Example example) {
		Integer period = example.period();
		return (period != null) ? period : ANY_PERIOD;
	}

	/** A sum that is not there when a row does not give its part. */
	private static final class Sum {

		private @Nullable BigDecimal sum = BigDecimal.ZERO;

		private long rows;

		void add(@Nullable BigDecimal part) {
			this.rows++;
			this.sum = (part != null && this.sum != null) ? this.sum.add(part) : null;
		}

		Component component() {
			return new Component(this.sum, (this.sum != null) ? null : Gap.MISSING, this.rows,
					(this.sum != null) ? this.rows : 0, "");
		}

	}

}
