package org.dudao.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dudao.message.Message;
import org.dudao.report.RejectedRows.Hint;
import org.dudao.report.RunSummary;
import org.dudao.submission.Ledger;
import org.dudao.submission.Lineage;
import org.dudao.submission.Plan.Entry;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;

/** A run as a person reads it, as JSON, or the files that it read as CSV. */
final class RunText {

	private static final int REASONS = 3;

	/** More files than these passed over are the whole inbox of every night. */
	private static final int PASSED_OVER = 10;

	private final Screen screen;

	private final Lineage lineage;

	RunText(Screen screen, Lineage lineage) {
		this.screen = screen;
		this.lineage = lineage;
	}

	/**
	 * Shows a run.
	 * @param hints what is worth a look in what was published
	 */
	void show(RunSummary summary, List<Hint> hints, long millis) {
		switch (this.screen.format()) {
			case text -> {
				forPeople(summary, millis);
				close(hints);
			}
			case json -> this.screen.json(object(summary, millis));
			case csv -> this.screen.show(SubmissionText.listing(summary.read(), this.screen));
		}
	}

	private void forPeople(RunSummary summary, long millis) {
		if (summary.read().isEmpty()) {
			this.screen.say("run.nothing-new", summary.run(), summary.known().size());
			lives(summary);
		}
		else {
			counts(summary, millis);
			summary.again().forEach(this::again);
			summary.read().forEach(this::correction);
		}
		if (summary.passedOver().size() <= PASSED_OVER) {
			summary.passedOver().forEach(this::entry);
		}
		for (Submission submission : summary.waiting()) {
			waiting(submission);
		}
		for (Submission submission : summary.read()) {
			if (submission.state() == SubmissionState.FAILED) {
				waiting(submission);
			}
		}
		summary.left().forEach(this::entry);
		summary.texts().forEach(this::text);
	}

	/** What to do next is the last line, whatever else there is to say. */
	private void close(List<Hint> hints) {
		this.screen.line("");
		hints.forEach((hint) -> this.screen.say("run.hint", hint.submission(), hint.fileName(), text(hint.message())));
		this.screen.say("run.next");
	}

	private void again(Message why, List<Long> submissions) {
		String numbers = submissions.stream().limit(PASSED_OVER).map(String::valueOf).collect(Collectors.joining(", "));
		this.screen.say("run.again", submissions.size(), (submissions.size() > PASSED_OVER) ? numbers + ", …" : numbers,
				text(why));
	}

	private void entry(Entry entry) {
		this.screen.line("");
		if (entry.submission() == null) {
			this.screen.say("run.left", entry.path());
		}
		else {
			this.screen.line(entry.path());
		}
		if (entry.why() != null) {
			this.screen.line("  " + this.screen.messages().text(entry.why()));
		}
	}

	private void text(Entry entry) {
		this.screen.line("");
		this.screen.line(entry.path());
		if (entry.why() != null) {
			this.screen.line("  " + text(entry.why()));
		}
	}

	private void counts(RunSummary summary, long millis) {
		Ledger rows = rows(summary);
		this.screen.say("run.files", summary.run(), summary.read().size(), BigDecimal.valueOf(millis / 100, 1),
				summary.known().size());
		this.screen.say("run.states", summary.count(SubmissionState.PUBLISHED), summary.count(SubmissionState.HELD),
				summary.count(SubmissionState.REJECTED), summary.failed());
		this.screen.say("run.rows", rows.read(), rows.accepted(), rows.rejected(), rows.ignored(), rows.facts());
		this.screen.say("run.judged", summary.judged().computed(), summary.judged().changed(),
				summary.judged().opened(), summary.judged().closed());
		lives(summary);
	}

	private void lives(RunSummary summary) {
		if (summary.judged().reopened() > 0 || summary.judged().lapsed() > 0) {
			this.screen.say("run.lives", summary.judged().reopened(), summary.judged().lapsed());
		}
	}

	private static Ledger rows(RunSummary summary) {
		return summary.read()
			.stream()
			.map(Submission::ledger)
			.reduce(Ledger.EMPTY, (a, b) -> new Ledger(a.read() + b.read(), a.accepted() + b.accepted(),
					a.rejected() + b.rejected(), a.ignored() + b.ignored(), a.facts() + b.facts()));
	}

	private void waiting(Submission submission) {
		this.screen.line("");
		this.screen.say("run.waiting", this.screen.messages().text("state-name." + submission.state()), submission.id(),
				(submission.sender() != null) ? submission.sender() : "-", submission.fileName());
		List<Message> reasons = submission.reasons();
		reasons.stream().limit(REASONS).forEach((reason) -> this.screen.line("  " + text(reason)));
		if (reasons.size() > REASONS) {
			this.screen.say("run.more-reasons", reasons.size() - REASONS, submission.id());
		}
		this.screen.line("  → " + SubmissionText.whatToDo(submission, this.screen));
	}

	/** What a correction file came to: every row of it that is still wrong comes back. */
	private void correction(Submission submission) {
		this.lineage.of(submission.id()).ifPresent((link) -> {
			Lineage.Tally tally = this.lineage.tally(submission.id());
			this.screen.say("run.correction", link.parent(), submission.id(), tally.corrected(), tally.deleted(),
					submission.ledger().rejected(), submission.ledger().accepted() - tally.corrected());
		});
	}

	private String text(Message message) {
		return this.screen.messages().text(message);
	}

	private Map<String, Object> object(RunSummary summary, long millis) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("run", summary.run());
		object.put("millis", millis);
		object.put("read",
				summary.read().stream().map((submission) -> SubmissionText.object(submission, this.screen)).toList());
		Map<String, List<Long>> again = new LinkedHashMap<>();
		summary.again().forEach((why, submissions) -> again.put(why.code(), submissions));
		object.put("again", again);
		object.put("known", summary.known().size());
		object.put("left", summary.left().stream().map(Entry::path).toList());
		object.put("waiting", summary.waiting().stream().map(Submission::id).toList());
		object.put("indicators_computed", summary.judged().computed());
		object.put("indicators_changed", summary.judged().changed());
		object.put("findings_opened", summary.judged().opened());
		object.put("findings_reopened", summary.judged().reopened());
		object.put("findings_lapsed", summary.judged().lapsed());
		object.put("findings_closed", summary.judged().closed());
		return object;
	}

}
