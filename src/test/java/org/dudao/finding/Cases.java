package org.dudao.finding;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.dudao.catalog.Acceptance;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Coverage;
import org.dudao.catalog.Clause;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.PeriodKind;
import org.dudao.catalog.RegionSource;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Text;
import org.dudao.indicator.Breaks;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Precision;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.jspecify.annotations.Nullable;

/** A small catalogue and values for it, as the judge's tests want them. */
final class Cases {

	static final String PER_STUDENT = "spending-per-student";

	static final String TOTAL = "spending";

	static final String REVENUE = "revenue";

	static final Rule NEVER_DECREASES = rule("never-decreases", new Check.NeverDecreases(PER_STUDENT));

	static final Rule INCREASES = rule("increases", new Check.Increases(PER_STUDENT));

	static final Rule TOTAL_NEVER_DECREASES = rule("total", new Check.NeverDecreases(TOTAL));

	static final Rule FASTER = rule("faster", new Check.GrowsFasterThan(TOTAL, REVENUE));

	private Cases() {
	}

	static Catalog catalog(Rule... rules) {
		return catalog("", rules);
	}

	/** The same with one more ratio, whose name has that ending. */
	static Catalog catalog(String ending, Rule... rules) {
		return new Catalog(Path.of("."), "v", List.of(),
				new RegionSource(Path.of("x"), "c", "n", "l", "f", "u", null, null, List.of(), Map.of()),
				List.of(feed()), List.of(),
				List.of(indicator(PER_STUDENT, Indicator.Kind.RATIO, true),
						indicator(TOTAL, Indicator.Kind.TOTAL, false), indicator(REVENUE, Indicator.Kind.TOTAL, false),
						indicator("large-class-share", Indicator.Kind.SHARE, true),
						indicator(PER_STUDENT + ending, Indicator.Kind.RATIO, true)),
				List.of(rules), List.of(), Coverage.NONE);
	}

	static Rule rule(String name, Check check) {
		return new Rule(name, text(name), List.of(new Clause("d", null, null, "q", Clause.Confidence.P1)),
				Rule.Severity.BREACH, check, List.of(), List.of(), null, null, text("advice"), List.of());
	}

	static Text text(String text) {
		return new Text(text, text);
	}

	static Figures value(String indicator, int period) {
		return new Figures(new ValueKey(indicator, "420602", period, "", "standard"));
	}

	static BigDecimal number(String number) {
		return new BigDecimal(number);
	}

	private static Feed feed() {
		Field basis = new Field("basis", FieldType.BASIS, text("basis"), null, List.of(), null, Field.Constraints.NONE,
				"standard");
		return new Feed("funding", text("funding"), PeriodKind.FISCAL_YEAR, List.of("basis"), List.of(basis), List.of(),
				new Acceptance(BigDecimal.ZERO, BigDecimal.ONE), List.of(), List.of(), List.of(), Pattern.compile("x"),
				Pattern.compile("x"), List.of());
	}

	private static Indicator indicator(String name, Indicator.Kind kind, boolean byStage) {
		Expression none = null;
		return new Indicator(name, text(name), "CNY", "funding", kind, none, none, null, Map.of(), null, null, null,
				byStage, List.of());
	}

	/** A value in the making; what is not said is not there. */
	static final class Figures {

		private ValueKey key;

		private @Nullable String value;

		private @Nullable String numerator;

		private @Nullable String denominator;

		private @Nullable String prior;

		private @Nullable String growth;

		private @Nullable Gap gap;

		private @Nullable String gapOf;

		private String stages = "";

		private Value.Origin origin = Value.Origin.REPORTED;

		private Precision precision = Precision.EXACT;

		private Breaks breaks = Breaks.NONE;

		private Figures(ValueKey key) {
			this.key = key;
		}

		Figures stage(String stage) {
			this.key = new ValueKey(this.key.indicator(), this.key.region(), this.key.period(), stage,
					this.key.basis());
			return this;
		}

		Figures basis(String basis) {
			this.key = new ValueKey(this.key.indicator(), this.key.region(), this.key.period(), this.key.stage(),
					basis);
			return this;
		}

		Figures region(String region) {
			this.key = this.key.of(region);
			return this;
		}

		Figures is(@Nullable String value) {
			this.value = value;
			return this;
		}

		Figures is(String value, String numerator, String denominator) {
			this.numerator = numerator;
			this.denominator = denominator;
			return is(value);
		}

		Figures restated(@Nullable String prior) {
			this.prior = prior;
			return this;
		}

		Figures growth(@Nullable String growth) {
			this.growth = growth;
			return this;
		}

		Figures gap(Gap gap) {
			this.gap = gap;
			return this;
		}

		Figures lacks(String gapOf) {
			this.gapOf = gapOf;
			return this;
		}

		Figures stages(String stages) {
			this.stages = stages;
			return this;
		}

		/** Half of the last digits of numerator or value, and of the denominator. */
		Figures within(String above, String below) {
			this.precision = new Precision(new BigDecimal(above), new BigDecimal(below), this.precision.prior(),
					this.precision.growth());
			return this;
		}

		/**
		 * Half of the last digits of the restated prior year and of the stated growth.
		 */
		Figures statedWithin(String prior, String growth) {
			this.precision = new Precision(this.precision.above(), this.precision.below(), new BigDecimal(prior),
					new BigDecimal(growth));
			return this;
		}

		Figures breaks(@Nullable Long before, @Nullable Long after) {
			this.breaks = new Breaks(before, after);
			return this;
		}

		Figures aggregated() {
			this.origin = Value.Origin.AGGREGATED;
			return this;
		}

		Value done() {
			Gap why = (this.gap == null && this.value == null) ? Gap.MISSING : this.gap;
			return new Value(1, this.key, figure(this.value), figure(this.numerator), figure(this.denominator),
					figure(this.prior), figure(this.growth), this.origin, why, this.gapOf, this.stages,
					Value.Coverage.OWN, Value.Sources.NONE, this.precision, this.breaks);
		}

		private static @Nullable BigDecimal figure(@Nullable String text) {
			return (text != null) ? new BigDecimal(text) : null;
		}

	}

}
