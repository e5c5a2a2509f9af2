package org.dudao.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * Compares this year's column with last year's in the same file, where the catalogue says
 * that two measures are that. Nearly all equal is a copy; many equal are worth a look.
 */
final class PriorSensor {

	private static final int FEWEST_COPIED = 8;

	private static final int FEWEST_EQUAL = 5;

	private final FigureSample sample;

	private final List<Pair> pairs = new ArrayList<>();

	/** A measure and the one that restates its prior year. */
	private record Pair(String now, String prior) {
	}

	PriorSensor(FigureSample sample, Catalog catalog) {
		this.sample = sample;
		for (Indicator indicator : catalog.indicators()) {
			String now = now(indicator);
			if (sample.feed().name().equals(indicator.feed()) && now != null && indicator.prior() != null) {
				this.pairs.add(new Pair(now, indicator.prior()));
			}
		}
	}

	private static @Nullable String now(Indicator indicator) {
		if (indicator.reported() != null) {
			return indicator.reported();
		}
		boolean plain = indicator.kind() == Indicator.Kind.TOTAL && indicator.of() != null
				&& indicator.of().fields().contains(indicator.of().text());
		return plain ? Objects.requireNonNull(indicator.of()).text() : null;
	}

	/** Says what is equal. */
	void end(Suspicions suspicions) {
		for (Pair pair : this.pairs) {
			int now = this.sample.feed().indexOf(pair.now);
			int prior = this.sample.feed().indexOf(pair.prior);
			int given = 0;
			int equal = 0;
			int line = 0;
			for (FigureSample.Sampled sampled : this.sample.facts()) {
				BigDecimal one = RowChecks.decimal(sampled.fact().values()[now]);
				BigDecimal other = RowChecks.decimal(sampled.fact().values()[prior]);
				if (one != null && other != null && (one.signum() != 0 || other.signum() != 0)) {
					given++;
					if (one.compareTo(other) == 0) {
						line = (equal++ == 0) ? sampled.line() : line;
					}
				}
			}
			if (given >= FEWEST_COPIED && 20 * equal >= 19 * given) {
				suspicions.add(Sensor.EQUAL_PRIOR.says(line, title(pair.now), title(pair.prior), equal, given));
			}
			else if (equal >= FEWEST_EQUAL && 5 * equal >= given) {
				suspicions.add(Sensor.AT_LAST_YEAR.says(line, title(pair.now), equal, given));
			}
		}
	}

	private org.dudao.message.Words title(String field) {
		return Titles.words(this.sample.feed().field(field).orElseThrow().title());
	}

}
