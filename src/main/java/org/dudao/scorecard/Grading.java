package org.dudao.scorecard;

import java.math.BigDecimal;
import java.util.List;

import org.dudao.catalog.Scorecard;
import org.dudao.finding.Listed;
import org.jspecify.annotations.Nullable;

/**
 * The grade, as far as it can be said.
 *
 * @param worst the grade if everything that is undetermined is lost
 * @param best the grade if everything that is undetermined is earned
 * @param lowered whether a veto that holds makes the best grade a lower one
 * @param vetoes every veto of the card, with what became of it
 */
public record Grading(Scorecard.Grade worst, Scorecard.Grade best, boolean lowered, List<VetoScore> vetoes) {

	/** The grade, null when it is not the same at both ends of the range. */
	public Scorecard.@Nullable Grade grade() {
		return this.worst.equals(this.best) ? this.best : null;
	}

	/**
	 * What became of a veto.
	 *
	 * @param veto the veto
	 * @param findings the open findings that bring it about; it holds when there is one
	 * @param unknowns what is missing to say that it does not hold
	 */
	public record VetoScore(Scorecard.Veto veto, List<Listed> findings, List<Unknown> unknowns) {

		/** Whether it lowers the grade for certain. */
		public boolean holds() {
			return !this.findings.isEmpty();
		}

		boolean mayHold() {
			return holds() || !this.unknowns.isEmpty();
		}

	}

	static Grading of(Scorecard card, Range points, List<VetoScore> vetoes) {
		List<Scorecard.Veto> certain = vetoes.stream().filter(VetoScore::holds).map(VetoScore::veto).toList();
		List<Scorecard.Veto> possible = vetoes.stream().filter(VetoScore::mayHold).map(VetoScore::veto).toList();
		Scorecard.Grade best = grade(card, points.most(), certain);
		return new Grading(grade(card, points.least(), possible), best,
				!best.equals(grade(card, points.most(), List.of())), vetoes);
	}

	/** First it is lowered, then no better than the vetoes let it be. */
	private static Scorecard.Grade grade(Scorecard card, BigDecimal points, List<Scorecard.Veto> vetoes) {
		List<Scorecard.Grade> grades = card.grades();
		int place = 0;
		while (grades.get(place).from() != null && points.compareTo(grades.get(place).from()) < 0) {
			place++;
		}
		for (Scorecard.Veto veto : vetoes) {
			place += veto.down();
		}
		for (Scorecard.Veto veto : vetoes) {
			for (int i = place; i < grades.size(); i++) {
				if (grades.get(i).name().equals(veto.best())) {
					place = i;
				}
			}
		}
		return grades.get(Math.min(place, grades.size() - 1));
	}

}
