package org.dudao.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.dudao.indicator.ValueKey;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is said, before it has a form.
 *
 * @param title the title
 * @param region the name of the region
 * @param moment up to when data are in it
 * @param locale its language
 * @param about lines below the title
 * @param opening what stands before the first section
 * @param sections the sections in order
 * @param notes the evidence, in the order in which figures name it, from 1
 */
public record Report(String title, String region, Instant moment, Locale locale, List<String> about,
		List<Block> opening, List<Section> sections, List<Note> notes) {

	/**
	 * A section.
	 *
	 * @param name what links call it
	 * @param title what stands above it, with its number
	 * @param blocks what is in it, never empty
	 */
	public record Section(String name, String title, List<Block> blocks) {
	}

	/** Something that stands by itself. */
	public sealed interface Block permits Paragraph, Heading, Items, Table, Chart {

		/** The name of what it is, for a template. */
		default String kind() {
			return getClass().getSimpleName().toLowerCase(Locale.ROOT);
		}

	}

	/** A paragraph. */
	public record Paragraph(List<Run> runs) implements Block {
	}

	/**
	 * A heading inside a section.
	 *
	 * @param depth from 1
	 * @param runs its words
	 */
	public record Heading(int depth, List<Run> runs) implements Block {
	}

	/**
	 * A list.
	 *
	 * @param ordered whether its items are numbered
	 * @param items its items
	 */
	public record Items(boolean ordered, List<List<Run>> items) implements Block {
	}

	/**
	 * A table.
	 *
	 * @param head the cells of its head
	 * @param rows its rows, each with as many cells
	 */
	public record Table(List<List<Run>> head, List<List<List<Run>>> rows) implements Block {
	}

	/**
	 * A chart.
	 *
	 * @param title what stands above it
	 * @param lines whether lines are drawn, else bars
	 * @param categories what stands along its axis
	 * @param series its series
	 * @param notes the numbers of the notes of all its figures
	 */
	public record Chart(String title, boolean lines, List<String> categories, List<Series> series,
			List<Integer> notes) implements Block {

		/**
		 * A series.
		 *
		 * @param name its name
		 * @param figures a figure for each category, null where there is none
		 */
		public record Series(String name, List<@Nullable BigDecimal> figures) {
		}

	}

	/**
	 * A stretch of text.
	 *
	 * @param text the text
	 * @param strong whether it stands out
	 * @param figure what figure it is, null for words
	 */
	public record Run(String text, boolean strong, @Nullable Figure figure) {

		static Run words(String text) {
			return new Run(text, false, null);
		}

	}

	/** What a figure says of the values behind it. */
	public enum Aspect {

		/** The value itself. */
		VALUE,

		/** Its growth over the year before, without sign. */
		GROWTH,

		/** Its difference from the year before, without sign. */
		INCREASE,

		/** The value of the year before. */
		PRIOR,

		/** Its growth less the growth of another, without sign. */
		GAP

	}

	/**
	 * A figure with its evidence.
	 *
	 * @param aspect what it says
	 * @param notes the numbers of its notes
	 */
	public record Figure(Aspect aspect, List<Integer> notes) {
	}

	/**
	 * The evidence of a figure.
	 *
	 * @param number its number
	 * @param key what it is about
	 * @param text what it says
	 */
	public record Note(int number, ValueKey key, String text) {
	}

}
