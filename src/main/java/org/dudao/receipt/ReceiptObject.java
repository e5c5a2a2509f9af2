package org.dudao.receipt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.receipt.Receipt.Place;
import org.dudao.receipt.Receipt.Turn;
import org.dudao.submission.Ledger;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents.Event;
import org.jspecify.annotations.Nullable;

/** A receipt for a program: names and numbers that do not depend on the language. */
final class ReceiptObject {

	private final ReceiptText text;

	private final Messages texts;

	ReceiptObject(ReceiptText text, Messages texts) {
		this.text = text;
		this.texts = texts;
	}

	Map<String, @Nullable Object> of(Receipt receipt, List<String> corrections, Instant now) {
		Submission submission = receipt.submission();
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		object.put("submission", submission.id());
		object.put("state", submission.state());
		object.put("happened", this.text.happened(submission));
		object.put("to_do", this.text.toDo(receipt, corrections));
		object.put("next", receipt.next());
		object.put("reasons", submission.reasons().stream().map(this::reason).toList());
		file(submission, object);
		object.put("correction_files", corrections);
		object.put("correction_of", (receipt.origin() != null) ? receipt.origin().parent() : null);
		object.put("corrected_by", receipt.corrections());
		object.put("places", receipt.places().stream().map(this::place).toList());
		object.put("findings", receipt.turns().stream().map(this::turn).toList());
		object.put("story", receipt.story().stream().map(this::event).toList());
		object.put("written_at", now.toString());
		return object;
	}

	private static void file(Submission submission, Map<String, @Nullable Object> object) {
		Ledger rows = submission.ledger();
		object.put("file", submission.fileName());
		object.put("bytes", submission.sizeBytes());
		object.put("sha256", submission.sha256());
		object.put("sender", submission.sender());
		object.put("received_at", submission.receivedAt().toString());
		object.put("decided_at", (submission.decidedAt() != null) ? submission.decidedAt().toString() : null);
		object.put("feed", submission.feed());
		object.put("layout", submission.layout());
		object.put("charset", submission.charset());
		object.put("rows_read", rows.read());
		object.put("rows_accepted", rows.accepted());
		object.put("rows_rejected", rows.rejected());
		object.put("rows_ignored", rows.ignored());
		object.put("facts", rows.facts());
		object.put("accepted_by", submission.hints().officer());
		object.put("accepted_reason", submission.hints().accept());
	}

	private Map<String, Object> reason(Message reason) {
		return Map.of("code", reason.code(), "args", reason.args(), "text", this.texts.text(reason));
	}

	private Map<String, @Nullable Object> place(Place place) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		object.put("region", place.slot().region());
		object.put("region_name", this.text.name(place.slot().region(), place.slot().period()));
		object.put("period", place.slot().period());
		object.put("part", place.slot().part());
		object.put("facts", place.facts());
		object.put("in_force", place.isInForce());
		object.put("replaced", place.replaced());
		return object;
	}

	private Map<String, Object> turn(Turn turn) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("finding", turn.finding());
		object.put("turn", turn.isOpening() ? "OPENED" : "CLOSED");
		object.put("rule", turn.rule());
		object.put("title", this.text.rule(turn.rule()));
		object.put("region", turn.region());
		object.put("region_name", this.text.name(turn.region(), turn.period()));
		object.put("period", turn.period());
		object.put("stage", turn.stage());
		object.put("explain", "dudao explain " + turn.finding());
		return object;
	}

	private Map<String, @Nullable Object> event(Event event) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		object.put("event", event.kind());
		object.put("at", event.at().toString());
		object.put("by", event.author());
		object.put("reason", event.reason());
		object.put("submission", event.other());
		return object;
	}

}
