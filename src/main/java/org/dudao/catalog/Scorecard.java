package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A sheet of points on which a region is marked by what its rules and indicators say.
 *
 * @param name the name
 * @param title what a person calls it
 * @param note what a reader must know before trusting the points, or null
 * @param clauses where the points and grades are from
 * @param level the level of region that is marked, such as {@code county}
 * @param from the first period it is for, or null
 * @param until the last period it is for, or null
 * @param total the points that the card says it has; those of the sections and the
 * unaccounted ones add up to it
 * @param unaccounted points that no section has, or null
 * @param sections the sections in their order
 * @param grades the grades, best first; none for a card that gives none
 * @param vetoes what lowers the grade whatever the points
 * @param notCovered what the document counts and no rule can say
 */
public record Scorecard(String name, Text title, @Nullable Text note, List<Clause> clauses, String level,
		@Nullable Integer from, @Nullable Integer until, BigDecimal total, @Nullable Unaccounted unaccounted,
		List<Section> sections, List<Grade> grades, List<Veto> vetoes, List<Text> notCovered) {

	/** Points that are in the total and in no section, with the reason. */
	public record Unaccounted(BigDecimal points, Text because) {
	}

	/** Items that belong together; their points and the unaccounted ones add up. */
	public record Section(String name, Text title, BigDecimal points, @Nullable Unaccounted unaccounted,
			List<Item> items) {
	}

	/**
	 * What is marked.
	 *
	 * @param name the name, unlike any other of the card
	 * @param title what a person calls it
	 * @param points the most that can be earned, above zero
	 * @param clauses where its points are from, empty when the clauses of the card say it
	 * @param scoring how they are earned
	 * @param stages the stages that count, each needed; empty means that all with a
	 * verdict count and those that the rule names are needed
	 * @param mayLack stages that count where there is a verdict, and are not needed
	 */
	public record Item(String name, Text title, BigDecimal points, List<Clause> clauses, Scoring scoring,
			List<String> stages, List<String> mayLack) {
	}

	/**
	 * A grade.
	 *
	 * @param name the name
	 * @param title what a person calls it
	 * @param from the least points for it; null for the lowest grade
	 */
	public record Grade(String name, Text title, @Nullable BigDecimal from) {
	}

	/**
	 * What lowers the grade whatever the points.
	 *
	 * @param name the name
	 * @param title what it says
	 * @param clauses where it is from, empty when the clauses of the card say it
	 * @param rules an open finding of one of them brings it about
	 * @param stages the stages that count, as in an item
	 * @param mayLack stages that are not needed, as in an item
	 * @param below the level of the regions below whose findings are meant, null for
	 * those of the region itself
	 * @param best no grade better than this one, or null
	 * @param down by how many grades it is lowered, 0 where a best grade is named
	 */
	public record Veto(String name, Text title, List<Clause> clauses, List<String> rules, List<String> stages,
			List<String> mayLack, @Nullable String below, @Nullable String best, int down) {
	}

	/** All items, in order. */
	public List<Item> items() {
		return this.sections.stream().flatMap((section) -> section.items().stream()).toList();
	}

	/** The rules that the items and vetoes name. */
	public Set<String> rules() {
		Set<String> rules = new LinkedHashSet<>();
		items().forEach((item) -> rules.addAll(item.scoring().rules()));
		this.vetoes.forEach((veto) -> rules.addAll(veto.rules()));
		return rules;
	}

	/** The indicators whose values are marked without a rule. */
	public Set<String> indicators() {
		Set<String> indicators = new LinkedHashSet<>();
		items().forEach((item) -> Optional.ofNullable(item.scoring().indicator()).ifPresent(indicators::add));
		return indicators;
	}

	/** The points that the sections and their items account for. */
	public BigDecimal accounted() {
		return items().stream().map(Item::points).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Whether the card is for that period. */
	public boolean isFor(int period) {
		return (this.from == null || this.from <= period) && (this.until == null || period <= this.until);
	}

}
