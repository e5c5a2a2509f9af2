package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One term of an indicator, summed over the stages of a value. It is there only when
 * every row gives it: a partial sum is never taken for the whole.
 *
 * @param sum the sum, or null
 * @param gap why it is not there, null when it is
 * @param rows the rows that count
 * @param given the rows that gave something
 * @param stages the stages that it was summed over, sorted
 */
record Component(@Nullable BigDecimal sum, @Nullable Gap gap, long rows, long given, String stages) {

	/** Nobody was asked. */
	static final Component ABSENT = new Component(null, Gap.MISSING, 0, 0, "");

	static Component of(List<Facts.Group> groups, int term) {
		if (groups.isEmpty()) {
			return ABSENT;
		}
		BigDecimal sum = BigDecimal.ZERO;
		long rows = 0;
		long given = 0;
		long withheld = 0;
		for (Facts.Group group : groups) {
			Facts.Sum part = group.sums().get(term);
			BigDecimal figure = part.sum();
			sum = (figure != null) ? sum.add(figure) : sum;
			rows += part.rows();
			given += part.given();
			withheld += part.withheld();
		}
		String stages = groups.stream().map(Facts.Group::stage).sorted().collect(Collectors.joining(","));
		if (given == rows) {
			return new Component(sum, null, rows, given, stages);
		}
		return new Component(null, (withheld > 0) ? Gap.SUPPRESSED : Gap.MISSING, rows, given, stages);
	}

	/** The same, but the reason is that a parameter has no value. */
	Component lacking() {
		return new Component(null, Gap.PARAMETER_MISSING, this.rows, this.given, this.stages);
	}

	/**
	 * Of several reasons the one to say: where the law names no figure nothing was to be
	 * given, and what was withheld is said rather than what is merely missing.
	 */
	static Gap gravest(Collection<Gap> gaps) {
		return Stream.of(Gap.PARAMETER_MISSING, Gap.SUPPRESSED).filter(gaps::contains).findFirst().orElse(Gap.MISSING);
	}

	boolean isThere() {
		return this.gap == null;
	}

	/** The figure of the only row, for what cannot be added up; null for several rows. */
	@Nullable BigDecimal single() {
		return (this.rows == 1) ? this.sum : null;
	}

}
