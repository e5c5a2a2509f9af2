package org.dudao.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.message.Message;
import org.dudao.submission.Publications;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.dudao.warehouse.Facts;
import org.dudao.warehouse.Gate;
import org.dudao.warehouse.Gate.Candidate;

/**
 * Publishes what was loaded, file by file, each in a transaction of its own. All files of
 * the run are loaded by then, so what the gate says does not depend on their order.
 */
final class Publishing {

	private final Catalog catalog;

	private final Submissions submissions;

	private final Facts facts;

	private final Gate gate;

	private final Publications publications;

	private final Clock clock;

	Publishing(Catalog catalog, Submissions submissions, Facts facts, Gate gate, Publications publications,
			Clock clock) {
		this.catalog = catalog;
		this.submissions = submissions;
		this.facts = facts;
		this.gate = gate;
		this.publications = publications;
		this.clock = clock;
	}

	void publish(long token) {
		List<Candidate> tonight = new ArrayList<>();
		for (Submission submission : this.submissions.in(List.of(SubmissionState.LOADED))) {
			Feed feed = this.catalog.feed(String.valueOf(submission.feed())).orElseThrow();
			tonight.add(new Candidate(submission, feed, this.facts.slots(feed, submission.id())));
		}
		tonight.sort(Comparator.comparing((candidate) -> candidate.submission().sha256()));
		List<Candidate> free = new ArrayList<>();
		for (Candidate candidate : tonight) {
			List<Message> reasons = (candidate.submission().hints().accept() != null) ? List.of()
					: this.gate.holds(candidate, tonight);
			if (reasons.isEmpty()) {
				free.add(candidate);
			}
			else {
				this.submissions.decide(candidate.submission().id(), SubmissionState.HELD, reasons,
						this.clock.instant());
			}
		}
		free.forEach((candidate) -> this.publications.publish(candidate.submission().id(), candidate.slots(), token,
				this.clock.instant()));
	}

}
