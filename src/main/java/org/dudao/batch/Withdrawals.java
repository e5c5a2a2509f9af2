package org.dudao.batch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.Catalog;
import org.dudao.message.Message;
import org.dudao.submission.Horizon;
import org.dudao.submission.Publications;
import org.dudao.submission.Publications.Returned;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents.Event;
import org.dudao.submission.SubmissionEvents.Kind;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.dudao.warehouse.Facts;

/**
 * Takes submissions back: each slot in which one is in force goes back to the newest
 * before it, or becomes empty.
 */
final class Withdrawals {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final Catalog catalog;

	private final Submissions submissions;

	private final Publications publications;

	private final Facts facts;

	private final Clock clock;

	Withdrawals(Catalog catalog, Submissions submissions, Publications publications, Facts facts, Clock clock) {
		this.catalog = catalog;
		this.submissions = submissions;
		this.publications = publications;
		this.facts = facts;
		this.clock = clock;
	}

	/**
	 * What each slot would go back to.
	 * @throws CannotWithdraw when the submission is in force nowhere, or the facts of
	 * what was in force before were removed
	 */
	List<Returned> plan(long submission) {
		List<Returned> plan = new ArrayList<>();
		Map<List<Object>, Map<Slot, Integer>> known = new HashMap<>();
		this.publications.earlier(submission).forEach((slot, before) -> {
			Returned back = new Returned(slot, null, 0);
			for (int i = 0; i < before.size() && back.to() == null; i++) {
				long earlier = before.get(i);
				Integer facts = known
					.computeIfAbsent(List.of(slot.feed(), earlier), (one) -> slots(slot.feed(), earlier))
					.get(slot);
				if (facts != null) {
					back = new Returned(slot, earlier, facts);
				}
				else {
					refusePurged(submission, earlier);
				}
			}
			plan.add(back);
		});
		if (plan.isEmpty()) {
			throw new CannotWithdraw(whyNot(this.submissions.find(submission).orElseThrow()));
		}
		return plan;
	}

	/** To go back further than to what was in force before would be no return. */
	private void refusePurged(long submission, long earlier) {
		this.submissions.purged(earlier).ifPresent((when) -> {
			throw new CannotWithdraw(Message.of("withdraw.purged", submission, earlier, Horizon.text(when)));
		});
	}

	/** A file that was read again since may not fill any more what it filled then. */
	private Map<Slot, Integer> slots(String feed, long submission) {
		Map<Slot, Integer> slots = new HashMap<>();
		this.catalog.feed(feed)
			.ifPresent((known) -> this.facts.slots(known, submission)
				.forEach((filled) -> slots.put(filled.slot(), filled.facts())));
		return slots;
	}

	private Message whyNot(Submission submission) {
		long id = submission.id();
		if (submission.state() == SubmissionState.WITHDRAWN) {
			return said("withdraw.already", id, this.submissions);
		}
		if (submission.state() == SubmissionState.SUPERSEDED) {
			Object by = this.submissions.last(id, Kind.SUPERSEDED)
				.map(Event::other)
				.<Object>map((one) -> one)
				.orElse("-");
			return Message.of("withdraw.superseded", id, by);
		}
		return Message.of("withdraw.not-in-force", id);
	}

	void withdraw(Withdrawal withdrawal, List<Returned> plan, long token) {
		this.publications.withdraw(withdrawal, plan, token, this.clock.instant());
	}

	/** Why a withdrawn file is not taken in again by itself. */
	static Message known(long submission, Submissions submissions) {
		return said("known.withdrawn", submission, submissions);
	}

	private static Message said(String code, long submission, Submissions submissions) {
		Event event = submissions.last(submission, Kind.WITHDRAWN).orElseThrow();
		return Message.of(code, submission, String.valueOf(event.author()), at(event.at()),
				String.valueOf(event.reason()));
	}

	private static String at(Instant moment) {
		return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
	}

}
