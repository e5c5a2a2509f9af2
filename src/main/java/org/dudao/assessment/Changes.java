package org.dudao.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dudao.assessment.Known.Change;
import org.dudao.assessment.Report.Aspect;
import org.dudao.catalog.ReportForm.Figure;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.indicator.Value;
import org.jspecify.annotations.Nullable;

/** Puts values and their changes over the year before into words. */
final class Changes {

	private static final String PERCENT = "percent";

	private static final String POINTS = "points";

	private final Scope scope;

	private final Known known;

	private final Amounts amounts;

	Changes(Scope scope, Known known, Amounts amounts) {
		this.scope = scope;
		this.known = known;
		this.amounts = amounts;
	}

	/** The value in its unit. */
	String value(Value value, Marked marked) {
		return marked.mark(written(value.value(), unit(value)), Aspect.VALUE, List.of(value));
	}

	/** The year before in its unit, empty when it is unknown. */
	String prior(Value value, Marked marked) {
		BigDecimal prior = this.known.change(value).prior();
		return (prior != null) ? marked.mark(written(prior, unit(value)), Aspect.PRIOR, List.of(value)) : "";
	}

	/** The growth in percent, without sign; empty when it is unknown. */
	String growth(Value value, Marked marked) {
		BigDecimal growth = this.known.change(value).growth();
		return (growth != null) ? marked.mark(written(growth.abs(), PERCENT), Aspect.GROWTH, List.of(value)) : "";
	}

	/** The difference, of a percentage in points; empty when it is unknown. */
	String increase(Value value, Marked marked) {
		BigDecimal increase = this.known.change(value).increase();
		String unit = unit(value).equals(PERCENT) ? POINTS : unit(value);
		return (increase != null) ? marked.mark(written(increase, unit), Aspect.INCREASE, List.of(value)) : "";
	}

	/** The change in words: the growth, for a percentage the points. */
	String words(Value value, Marked marked) {
		Change change = this.known.change(value);
		Phrase phrase = unit(value).equals(PERCENT) ? Phrase.POINTS
				: (change.growth() != null) ? Phrase.CHANGE : Phrase.AMOUNT;
		return this.scope.say(phrase,
				Map.of("trend", change.trend(), "growth", growth(value, marked), "increase", increase(value, marked)));
	}

	/** By how much an indicator grew faster than another; empty when one is unknown. */
	Optional<Gap> gap(Figure figure, String stage) {
		String own = (figure.stage() != null) ? figure.stage() : stage;
		Optional<Value> one = find(figure.indicator(), own);
		Optional<Value> other = Optional.ofNullable(figure.than()).flatMap((than) -> find(than, own));
		BigDecimal growth = one.map((value) -> this.known.change(value).growth()).orElse(null);
		BigDecimal than = other.map((value) -> this.known.change(value).growth()).orElse(null);
		if (growth == null || than == null || one.isEmpty() || other.isEmpty()) {
			return Optional.empty();
		}
		BigDecimal gap = growth.subtract(than);
		return Optional
			.of(new Gap(written(gap.abs(), POINTS), Change.word(gap.signum()), List.of(one.get(), other.get())));
	}

	private Optional<Value> find(String indicator, String stage) {
		return this.known.find(indicator, this.scope.region().code(), this.scope.period(), stage);
	}

	private String unit(Value value) {
		return this.known.unit(value.key().indicator());
	}

	private String written(@Nullable BigDecimal figure, String unit) {
		return (figure != null) ? this.amounts.write(figure, unit) : "";
	}

	/**
	 * The difference of two growths.
	 *
	 * @param text without its sign, in points
	 * @param trend {@code rises} when the first is greater
	 * @param values the two values
	 */
	record Gap(String text, String trend, List<Value> values) {
	}

}
