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
import org.dudao.finding.Explanation.Event;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Subject;
import org.dudao.finding.Finding.Turn;
import org.dudao.indicator.Place;
import org.jspecify.annotations.Nullable;

/**
 * Opens, closes and reopens findings as verdicts change. Where a finding stands follows
 * from the verdict in force and from what persons said of it, and from nothing else: the
 * way it got there does not matter, so that undoing a change undoes its turns too.
 */
final class Life {

	private final Catalog catalog;

	private final Originators originators;

	private final Instant now;

	private final List<FindingRows.Change> changes = new ArrayList<>();

	private int opened;

	private int reopened;

	private int closed;

	private int lapsed;

	Life(Catalog catalog, Originators originators, Instant now) {
		this.catalog = catalog;
		this.originators = originators;
		this.now = now;
	}

	/**
	 * The turn that a finding takes by a changed verdict.
	 * @param known the finding, or null when there is none yet
	 * @param verdict the verdict in force now, or null when there is none any more
	 * @param said what persons said of it and is not ended, oldest first
	 */
	void turn(Subject subject, FindingRows.@Nullable Row known, VerdictRows.@Nullable Row verdict,
			List<StatementRows.Row> said) {
		turn(subject, known, verdict, said, Because.FIGURES);
	}

	/**
	 * The same.
	 * @param lapse why what counted before may count no longer
	 */
	void turn(Subject subject, FindingRows.@Nullable Row known, VerdictRows.@Nullable Row verdict,
			List<StatementRows.Row> said, Because lapse) {
		boolean breach = verdict != null && verdict.verdict().outcome() == Outcome.BREACH;
		Long submission = this.originators.of(feeds(subject.rule()), new Place(subject.region(), subject.period()));
		if (known == null) {
			if (breach) {
				opened(subject, submission, verdict.id());
			}
		}
		else if (breach) {
			breach(new Turning(known, verdict.id(), submission), inForce(said, Fingerprint.of(verdict.verdict())),
					lapse);
		}
		else {
			gone(new Turning(known, (verdict != null) ? verdict.id() : null, submission), because(verdict));
		}
	}

	/**
	 * What a person said that counts for these figures: the newest, null when there is
	 * none.
	 */
	static StatementRows.@Nullable Row inForce(List<StatementRows.Row> said, String figures) {
		StatementRows.Row last = null;
		for (StatementRows.Row row : said) {
			last = row.isAbout(figures) ? row : last;
		}
		return last;
	}

	List<FindingRows.Change> changes() {
		return this.changes;
	}

	Evaluated evaluated(int judged, int changed) {
		return new Evaluated(judged, changed, this.opened, this.reopened, this.closed, this.lapsed);
	}

	private void opened(Subject subject, @Nullable Long submission, Long verdictId) {
		this.opened++;
		Finding finding = new Finding(0, subject, severity(subject, Rule.Severity.BREACH), State.OPEN, this.now,
				submission, null, null, null, null);
		add(finding, verdictId, null, event(finding, Turn.OPENED, submission, null));
	}

	/** The data say that it is gone. */
	private void gone(Turning turning, Because because) {
		Finding was = turning.known().finding();
		if (!was.isBreach()) {
			keep(turning);
			return;
		}
		this.closed += (was.state() != State.CLOSED) ? 1 : 0;
		Finding finding = new Finding(was.id(), was.subject(), severity(was.subject(), was.severity()), State.CLOSED,
				was.openedAt(), was.openedBy(), this.now, turning.submission(), because, null);
		add(finding, turning.verdictId(), null, event(finding, Turn.CLOSED, turning.submission(), because));
	}

	/** It is there, and what a person said may count or count no longer. */
	private void breach(Turning turning, StatementRows.@Nullable Row said, Because lapse) {
		Finding was = turning.known().finding();
		boolean wasClosed = was.state() == State.CLOSED;
		Long before = turning.known().statementId();
		if ((said != null) ? Long.valueOf(said.id()).equals(before) : was.state() == State.OPEN) {
			keep(turning);
			return;
		}
		State state = (said != null) ? said.statement().state() : State.OPEN;
		boolean closes = state == State.CLOSED;
		boolean opens = wasClosed && !closes;
		Finding finding = new Finding(was.id(), was.subject(), severity(was.subject(), was.severity()), state,
				opens ? this.now : was.openedAt(), opens ? turning.submission() : was.openedBy(),
				closes ? this.now : null, null, closes ? Because.PERSON : null,
				(said != null) ? said.statement() : null);
		this.reopened += opens ? 1 : 0;
		this.closed += (closes && !wasClosed) ? 1 : 0;
		this.lapsed += (before != null) ? 1 : 0;
		Turn turn = (said != null) ? Turn.RESUMED : wasClosed ? Turn.REOPENED : Turn.LAPSED;
		Because because = (said == null && before != null) ? lapse : finding.because();
		add(finding, turning.verdictId(), (said != null) ? said.id() : null,
				event(finding, turn, turning.submission(), because));
	}

	/** Only the verdict behind it is another one. */
	private void keep(Turning turning) {
		Finding was = turning.known().finding();
		add(new Finding(was.id(), was.subject(), severity(was.subject(), was.severity()), was.state(), was.openedAt(),
				was.openedBy(), was.closedAt(), was.closedBy(), was.because(), was.statement()), turning.verdictId(),
				turning.known().statementId(), null);
	}

	private Event event(Finding finding, Turn turn, @Nullable Long submission, @Nullable Because because) {
		return new Event(finding.id(), turn, finding.state(), this.now, submission, because, finding.statement());
	}

	private void add(Finding finding, @Nullable Long verdictId, @Nullable Long statementId, @Nullable Event event) {
		this.changes.add(new FindingRows.Change(finding, verdictId, statementId, event));
	}

	/** A finding with what bears on it now. */
	private record Turning(FindingRows.Row known, @Nullable Long verdictId, @Nullable Long submission) {
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
