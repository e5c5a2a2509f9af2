package org.dudao.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue covers of the law and of the reports it was made for, and what it
 * does not, with the reason.
 *
 * @param requirements what laws and evaluations demand
 * @param figures the figures that reports name
 */
public record Coverage(List<Requirement> requirements, List<Figure> figures) {

	/** A catalogue that says nothing of it. */
	public static final Coverage NONE = new Coverage(List.of(), List.of());

	/**
	 * A demand of a law or an evaluation.
	 *
	 * @param id the identifier
	 * @param title what it demands, or null when its rules say it
	 * @param rules the rules that judge it
	 * @param indicators the indicators that bring it without judging it
	 * @param parameters the parameters that hold it
	 * @param feeds the feeds whose row checks hold it
	 * @param notCovered why it is not judged, or not wholly; null when it is
	 */
	public record Requirement(String id, @Nullable Text title, List<String> rules, List<String> indicators,
			List<String> parameters, List<String> feeds, @Nullable Text notCovered) {
	}

	/**
	 * A figure of a report.
	 *
	 * @param report the report
	 * @param quote its words, or the first of them
	 * @param feed the feed that brings it, or null
	 * @param fields the fields of that feed
	 * @param context why it is context and no figure of a feed; null when it is one
	 */
	public record Figure(String report, String quote, @Nullable String feed, List<String> fields,
			@Nullable Text context) {
	}

}
