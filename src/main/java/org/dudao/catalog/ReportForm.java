package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The form of a report: its sections in order and the sentences in them. Sentences are
 * patterns of ICU's MessageFormat, in which figures stand by name.
 *
 * @param name the name
 * @param title the pattern of the title
 * @param opening the pattern of the first paragraph
 * @param phrases patterns that every report needs, by name
 * @param units how figures are written, by unit
 * @param sections the sections in order
 */
public record ReportForm(String name, Text title, Text opening, Map<Phrase, Text> phrases, List<Unit> units,
		List<Section> sections) {

	/** A pattern that every report needs. */
	public enum Phrase {

		/**
		 * A change over the year before: {@code trend}, {@code growth}, {@code increase}.
		 */
		CHANGE,

		/** The same for a percentage, which changes by points. */
		POINTS,

		/** The same where the year before was zero. */
		AMOUNT,

		/** Figures are missing: {@code figures}, {@code feeds}. */
		MISSING,

		/** All figures of a section are missing: {@code figures}, {@code feeds}. */
		EMPTY,

		/** What rose: {@code count}. */
		ROSE,

		/** What fell: {@code count}. */
		FELL,

		/** What stayed the same: {@code count}. */
		STAYED,

		/** Nothing can be compared with the year before. */
		INCOMPARABLE,

		/** There are open findings: {@code count}. */
		PROBLEMS,

		/** There is no open finding. */
		NO_PROBLEMS,

		/**
		 * One open finding: {@code title}, {@code stage}, {@code value}, {@code clause},
		 * {@code finding}.
		 */
		PROBLEM,

		/** Nothing has to be mended. */
		NO_STEPS,

		/**
		 * One scorecard: {@code title}, {@code points}, {@code total}, {@code grade},
		 * {@code ranks}.
		 */
		SCORE,

		/** No scorecard is kept. */
		NO_SCORE

	}

	/** What a section is made of, beside its sentences. */
	public enum Content {

		/** Nothing else. */
		SENTENCES,

		/** Every figure of the report that rose or fell. */
		MOVEMENTS,

		/** The open findings. */
		PROBLEMS,

		/** The advice of the rules that are broken. */
		NEXT_STEPS,

		/** The scorecards. */
		SCORE

	}

	/**
	 * A section.
	 *
	 * @param name the name
	 * @param title what stands above it
	 * @param content what it is made of, beside its sentences
	 * @param sentences its sentences
	 * @param charts its charts
	 */
	public record Section(String name, Text title, Content content, List<Sentence> sentences, List<Chart> charts) {
	}

	/**
	 * A sentence.
	 *
	 * @param stages the stages that a figure by stage is listed for; empty means that
	 * each figure names its own
	 * @param figures the figures in it by the name that the pattern calls them
	 * @param say the pattern; its arguments are those of {@link #arguments()}
	 */
	public record Sentence(List<String> stages, Map<String, Figure> figures, Text say) {

		/** What may be written after the name of a figure. */
		public static final List<String> ASPECTS = List.of("", "_trend", "_change", "_increase", "_growth", "_prior");

		/** All arguments that the pattern may have. */
		public List<String> arguments() {
			List<String> names = new java.util.ArrayList<>(List.of("region", "year", "prior_year", "stages", "count"));
			this.figures.keySet().forEach((name) -> ASPECTS.forEach((aspect) -> names.add(name + aspect)));
			return names;
		}

	}

	/**
	 * A figure of a sentence.
	 *
	 * @param indicator the indicator
	 * @param stage the one stage that is meant, or null
	 * @param than the indicator by whose growth the figure's growth is lessened, or null
	 * @param optional whether the sentence can be said without it
	 */
	public record Figure(String indicator, @Nullable String stage, @Nullable String than, boolean optional) {
	}

	/**
	 * A chart.
	 *
	 * @param title the pattern of what stands above it
	 * @param indicator the indicator
	 * @param stages its stages, empty when it is not kept by stage
	 * @param kind what is drawn
	 */
	public record Chart(Text title, String indicator, List<String> stages, Kind kind) {

		/** What is drawn. */
		public enum Kind {

			/** The region over the years, a line a stage. */
			TREND,

			/** The region beside those above it, bars by stage. */
			COMPARISON

		}

	}

	/**
	 * How figures of a unit are written.
	 *
	 * @param unit the unit
	 * @param en the scales in English, largest first
	 * @param zh the scales in Chinese, largest first
	 */
	public record Unit(String unit, List<Scale> en, List<Scale> zh) {
	}

	/**
	 * How a figure of some size is written.
	 *
	 * @param from the least figure, whatever its sign, that it is for
	 * @param over what the figure is divided by
	 * @param decimals how many decimals are written
	 * @param text the words around it, with {@code #} for the figure
	 */
	public record Scale(BigDecimal from, BigDecimal over, int decimals, String text) {
	}

}
