package org.dudao.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Turn;
import org.dudao.indicator.Value;
import org.jspecify.annotations.Nullable;

/**
 * A finding down to the lines of the files that it rests on.
 *
 * @param finding the finding with its rule and verdict
 * @param events its life, first turn first
 * @param evidence the values that were compared, each with what it rests on
 */
public record Explanation(Listed finding, List<Event> events, List<Evidence> evidence) {

	/**
	 * A turn in the finding's life.
	 *
	 * @param finding the number of the finding
	 * @param turn the turn
	 * @param state where the finding stood after it
	 * @param at when it happened
	 * @param submission the submission behind it, null when there is none
	 * @param because why, null when the turn says it
	 * @param statement what a person said then, or what counts again; null when the data
	 * alone did it
	 */
	public record Event(long finding, Turn turn, State state, Instant at, @Nullable Long submission,
			@Nullable Because because, @Nullable Statement statement) {
	}

	/** What a value is to the verdict. */
	public enum Role {

		/** This year's value. */
		CURRENT,

		/** The year before as published. */
		PUBLISHED,

		/** This year's value of the indicator that it is compared with. */
		THAN_CURRENT,

		/** The year before of the indicator that it is compared with. */
		THAN_PUBLISHED,

		/** A value that a formula was worked out from. */
		OPERAND,

		/** A region below, whose figures are added up. */
		BELOW

	}

	/**
	 * A value with what it rests on: facts when it was reported, values of the regions
	 * below when it was added up, values of other indicators when it is a formula.
	 */
	public record Evidence(Role role, Value value, List<Evidence> below, List<Facts> facts) {
	}

	/**
	 * The facts of one submission behind a value.
	 *
	 * @param submission the submission
	 * @param fields the fields that were used
	 * @param total how many facts count for the indicator
	 * @param lines the first of them: those that lack a figure, then those that add
	 * something, then the others; of a coefficient of variation the weakest first
	 */
	public record Facts(long submission, List<String> fields, long total, List<FactLine> lines) {
	}

	/**
	 * One fact.
	 *
	 * @param line the line of the file where its record starts, from 1
	 * @param item which of the facts of that record, from 0
	 * @param figures what the fields hold in the warehouse; a field without a figure is
	 * not among them
	 * @param parameters what the parameters that were used are worth for it, by name
	 */
	public record FactLine(int line, int item, Map<String, BigDecimal> figures, Map<String, BigDecimal> parameters) {
	}

}
