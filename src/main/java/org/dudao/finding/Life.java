package org.dudao.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Subject;
import org.dudao.finding.Finding.Turn;
import org.dudao.indicator.Place;
import org.jspecify.annotations.Nullable;

/** Opens, closes and reopens findings as verdicts change. */
final class Life {

	private final Catalog catalog;

	private final Originators originators;

	private final Instant now;

	private final List<FindingRows.Change> changes = new ArrayList<>();

	Life(Catalog catalog, Originators originators, Instant now) {
		this.catalog = catalog;
		this.originators = originators;
		this.now = now;
	}

	/**
	 * The turn that a finding takes by a changed verdict.
	 * @param known the finding, or null when there is none yet
	 * @param verdict the verdict in force now, or null when there is none any more
	 */
	void turn(Subject subject, FindingRows.@Nullable Row known, VerdictRows.@Nullable Row verdict) {
		boolean breach = verdict != null && verdict.verdict().outcome() == Outcome.BREACH;
		Long verdictId = (verdict != null) ? verdict.id() : null;
		Long submission = this.originators.of(feeds(subject.rule()), new Place(subject.region(), subject.period()));
		if (known == null) {
			if (breach) {
				add(opened(0, subject, submission, severity(subject, Rule.Severity.BREACH)), Turn.OPENED, verdictId);
			}
			return;
		}
		Finding finding = known.finding();
		Rule.Severity severity = severity(subject, finding.severity());
		boolean open = finding.state() == State.OPEN;
		if (breach && !open) {
			add(opened(finding.id(), subject, submission, severity), Turn.REOPENED, verdictId);
		}
		else if (!breach && open) {
			add(new Finding(finding.id(), subject, severity, State.CLOSED, finding.openedAt(), finding.openedBy(),
					this.now, submission, because(verdict)), Turn.CLOSED, verdictId);
		}
		else {
			add(new Finding(finding.id(), subject, severity, finding.state(), finding.openedAt(), finding.openedBy(),
					finding.closedAt(), finding.closedBy(), finding.because()), null, verdictId);
		}
	}

	List<FindingRows.Change> changes() {
		return this.changes;
	}

	Evaluated evaluated(int judged, int changed) {
		return new Evaluated(judged, changed, count(Turn.OPENED), count(Turn.REOPENED), count(Turn.CLOSED));
	}

	private int count(Turn turn) {
		return (int) this.changes.stream().filter((change) -> change.turn() == turn).count();
	}

	private void add(Finding finding, @Nullable Turn turn, @Nullable Long verdictId) {
		this.changes.add(new FindingRows.Change(finding, turn, verdictId));
	}

	private Finding opened(long id, Subject subject, @Nullable Long submission, Rule.Severity severity) {
		return new Finding(id, subject, severity, State.OPEN, this.now, submission, null, null, null);
	}

	/** The feeds that the rule's indicators come from; none for a rule that is gone. */
	private Set<String> feeds(String rule) {
		Set<String> feeds = new HashSet<>();
		this.catalog.rule(rule).map(Rule::check).ifPresent((check) -> {
			addFeeds(check.indicator(), feeds);
			if (check.than() != null) {
				addFeeds(check.than(), feeds);
			}
		});
		return feeds;
	}

	/** A formula comes from all the feeds of what it is made of. */
	private void addFeeds(String name, Set<String> feeds) {
		this.catalog.indicator(name).ifPresent((indicator) -> {
			if (indicator.feed() != null) {
				feeds.add(indicator.feed());
			}
			indicator.where().values().forEach((operand) -> addFeeds(operand, feeds));
		});
	}

	private Rule.Severity severity(Subject subject, Rule.Severity otherwise) {
		return this.catalog.rule(subject.rule()).map(Rule::severity).orElse(otherwise);
	}

	private static Because because(VerdictRows.@Nullable Row verdict) {
		if (verdict == null) {
			return Because.NO_VERDICT;
		}
		return (verdict.verdict().outcome() == Outcome.HOLDS) ? Because.HOLDS : Because.NOT_EVALUABLE;
	}

}
