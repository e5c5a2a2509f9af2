package org.dudao.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.dudao.catalog.Scorecard;
import org.dudao.finding.Listed;
import org.dudao.indicator.Value;
import org.jspecify.annotations.Nullable;

/**
 * A region marked on a card.
 *
 * @param card the card
 * @param region the code of the region
 * @param regionName its name in that period
 * @param period the period
 * @param sections the sections of the card in their order
 * @param points all points; of {@link Scorecard#accounted()}, which may be less than the
 * total of the card
 * @param grading the grade, null for a card without grades
 * @param ranks its place in each region above it, the nearest first
 * @param anything whether there is a verdict or value at all to mark it by
 */
public record Score(Scorecard card, String region, String regionName, int period, List<SectionScore> sections,
		Range points, @Nullable Grading grading, List<Rank> ranks, boolean anything) {

	/** A section marked. */
	public record SectionScore(Scorecard.Section section, Range points, List<ItemScore> items) {

		/** The points that are lost for certain. */
		public BigDecimal lost() {
			return Range.plain(this.items.stream().map(ItemScore::lost).reduce(BigDecimal.ZERO, BigDecimal::add));
		}

	}

	/**
	 * An item marked. What is earned is the least of its points, what is undetermined
	 * lies between the least and the most, and the rest is lost.
	 *
	 * @param item the item
	 * @param points its points
	 * @param losses what each lost point was lost by
	 * @param unknowns what is missing to determine the rest
	 */
	public record ItemScore(Scorecard.Item item, Range points, List<Loss> losses, List<Unknown> unknowns) {

		/** The points that are lost for certain. */
		public BigDecimal lost() {
			return Range.plain(this.item.points().subtract(this.points.most()));
		}

	}

	/**
	 * Points lost.
	 *
	 * @param points how many; several losses of one item may name more than it has
	 * together, never more than it has each
	 * @param finding the open finding, with its rule and clauses; null where a value is
	 * marked without a rule
	 * @param value the value that is marked, null where a finding costs the points
	 */
	public record Loss(BigDecimal points, @Nullable Listed finding, @Nullable Value value) {

		public Loss {
			points = Range.plain(points);
		}

	}

	/** The points that are lost for certain. */
	public BigDecimal lost() {
		return Range.plain(this.card.accounted().subtract(this.points.most()));
	}

	/** All items, in order. */
	public List<ItemScore> items() {
		return this.sections.stream().flatMap((section) -> section.items().stream()).toList();
	}

	/** All that is missing, of items and then of vetoes. */
	public List<Unknown> unknowns() {
		Stream<Unknown> ofVetoes = (this.grading != null)
				? this.grading.vetoes().stream().flatMap((veto) -> veto.unknowns().stream()) : Stream.of();
		return Stream.concat(items().stream().flatMap((item) -> item.unknowns().stream()), ofVetoes)
			.distinct()
			.toList();
	}

	/** The feeds that would bring what is missing, by name. */
	public Set<String> feeds() {
		Set<String> feeds = new TreeSet<>();
		unknowns().forEach((unknown) -> feeds.addAll(unknown.feeds()));
		return feeds;
	}

	/** The open findings that cost points or lower the grade, each once. */
	public List<Listed> findings() {
		Stream<Listed> ofItems = items().stream()
			.flatMap((item) -> item.losses().stream())
			.map(Loss::finding)
			.filter(Objects::nonNull);
		Stream<Listed> ofVetoes = (this.grading != null)
				? this.grading.vetoes().stream().flatMap((veto) -> veto.findings().stream()) : Stream.of();
		return Stream.concat(ofItems, ofVetoes).distinct().toList();
	}

	Score ranked(List<Rank> places) {
		return new Score(this.card, this.region, this.regionName, this.period, this.sections, this.points, this.grading,
				places, this.anything);
	}

}
