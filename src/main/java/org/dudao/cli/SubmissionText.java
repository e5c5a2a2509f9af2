package org.dudao.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.submission.Ledger;
import org.dudao.submission.Submission;

/** A submission as a person reads it, or as JSON. */
final class SubmissionText {

	private static final String[] COLUMNS = { "submission", "state", "sender", "file", "sha256", "bytes", "feed",
			"layout", "charset", "received_at", "attempt", "rows_read", "rows_accepted", "rows_rejected",
			"rows_ignored", "facts", "accepted_reason", "accepted_by", "reasons" };

	private SubmissionText() {
	}

	static Map<String, Object> object(Submission submission, Screen screen) {
		Ledger ledger = submission.ledger();
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("submission", submission.id());
		object.put("state", submission.state());
		object.put("sender", submission.sender());
		object.put("file", submission.fileName());
		object.put("sha256", submission.sha256());
		object.put("bytes", submission.sizeBytes());
		object.put("feed", submission.feed());
		object.put("layout", submission.layout());
		object.put("charset", submission.charset());
		object.put("received_at", submission.receivedAt().toString());
		object.put("attempt", submission.attempt());
		object.put("rows_read", ledger.read());
		object.put("rows_accepted", ledger.accepted());
		object.put("rows_rejected", ledger.rejected());
		object.put("rows_ignored", ledger.ignored());
		object.put("facts", ledger.facts());
		object.put("accepted_reason", submission.hints().accept());
		object.put("accepted_by", submission.hints().officer());
		object.put("reasons", submission.reasons().stream().map((reason) -> reason(reason, screen)).toList());
		return object;
	}

	/**
	 * Shows submissions.
	 * @param corrections those that stand in their place, by their numbers
	 */
	static void show(List<Submission> submissions, Map<Long, List<Long>> corrections, Screen screen) {
		switch (screen.format()) {
			case text -> submissions.forEach(
					(submission) -> show(submission, corrections.getOrDefault(submission.id(), List.of()), screen));
			case json -> screen.json(submissions.stream().map((submission) -> object(submission, screen)).toList());
			case csv -> screen.show(listing(submissions, screen));
		}
	}

	/** Submissions as rows, with the sentences of their reasons. */
	static Listing listing(List<Submission> submissions, Screen screen) {
		Listing listing = new Listing(COLUMNS);
		for (Submission submission : submissions) {
			Map<String, Object> object = object(submission, screen);
			object.put("reasons",
					submission.reasons().stream().map((reason) -> screen.messages().text(reason)).toList());
			listing.add(Stream.of(COLUMNS).map(object::get).toArray());
		}
		return listing;
	}

	private static Map<String, Object> reason(org.dudao.message.Message reason, Screen screen) {
		return Map.of("code", reason.code(), "args", reason.args(), "text", screen.messages().text(reason));
	}

	/**
	 * Shows a submission.
	 * @param corrections those that stand in its place, by number
	 */
	static void show(Submission submission, List<Long> corrections, Screen screen) {
		Ledger ledger = submission.ledger();
		screen.say("submission.head", submission.id(), submission.fileName(),
				(submission.sender() != null) ? submission.sender() : "-", submission.sizeBytes());
		screen.say("submission.hash", submission.sha256());
		screen.say("submission.received", screen.time(submission.receivedAt()), submission.attempt());
		if (submission.feed() != null) {
			screen.say("submission.form", submission.feed(), submission.layout(), submission.charset());
		}
		screen.say("submission.rows", ledger.read(), ledger.accepted(), ledger.rejected(), ledger.ignored(),
				ledger.facts());
		if (submission.hints().accept() != null) {
			screen.say("submission.accepted", submission.hints().officer(), submission.hints().accept());
		}
		screen.line(screen.messages().text("state-name." + submission.state()) + screen.messages().text("text.colon")
				+ screen.messages().text("state." + submission.state()));
		List.copyOf(submission.reasons()).forEach((reason) -> screen.line("  - " + screen.messages().text(reason)));
		screen.line("→ "
				+ (corrections.isEmpty() ? whatToDo(submission, screen) : whatToDo(submission, corrections, screen)));
	}

	/** What was corrected is done with, whatever was wrong with it. */
	private static String whatToDo(Submission submission, List<Long> corrections, Screen screen) {
		return switch (submission.state()) {
			case HELD, REJECTED,
					PUBLISHED ->
				screen.messages()
					.text("state-do.corrected",
							corrections.stream().map(String::valueOf).collect(Collectors.joining(", ")));
			default -> whatToDo(submission, screen);
		};
	}

	/** What the officer does next; a file rejected as a whole has no rows to list. */
	static String whatToDo(Submission submission, Screen screen) {
		boolean rows = submission.ledger().rejected() > 0;
		String what = switch (submission.state()) {
			case REJECTED -> rows ? "REJECTED" : "whole-file";
			case PUBLISHED -> rows ? "rows" : "PUBLISHED";
			default -> submission.state().name();
		};
		return screen.messages().text("state-do." + what, submission.id());
	}

}
