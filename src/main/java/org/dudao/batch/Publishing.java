package org.dudao.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.submission.Lineage;
import org.dudao.submission.Lineage.Link;
import org.dudao.submission.Publications;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.dudao.warehouse.Facts;
import org.dudao.warehouse.Gate;
import org.dudao.warehouse.Gate.Candidate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/**
 * Publishes what was loaded, file by file, each in a transaction of its own. All files of
 * the run are loaded by then, so what the gate says does not depend on their order.
 */
final class Publishing {

	private static final Logger LOGGER = LoggerFactory.getLogger(Publishing.class);

	private final Catalog catalog;

	private final Submissions submissions;

	private final Facts facts;

	private final Gate gate;

	private final Publications publications;

	private final Lineage lineage;

	private final Clock clock;

	Publishing(Catalog catalog, Submissions submissions, Facts facts, Gate gate, Publications publications,
			Lineage lineage, Clock clock) {
		this.catalog = catalog;
		this.submissions = submissions;
		this.facts = facts;
		this.gate = gate;
		this.publications = publications;
		this.lineage = lineage;
		this.clock = clock;
	}

	void publish(long token) {
		List<Candidate> tonight = new ArrayList<>();
		for (Submission submission : this.submissions.in(List.of(SubmissionState.LOADED))) {
			Feed feed = this.catalog.feed(String.valueOf(submission.feed())).orElseThrow();
			tonight.add(new Candidate(submission, feed, this.facts.slots(feed, submission.id())));
		}
		tonight.sort(Comparator.comparing((candidate) -> candidate.submission().sha256()));
		Map<Long, List<Message>> held = new LinkedHashMap<>(this.gate.holds(tonight));
		tonight.stream().filter((candidate) -> candidate.submission().hints().accept() == null).forEach((candidate) -> {
			List<Message> overtaken = overtaken(candidate);
			if (!overtaken.isEmpty()) {
				held.merge(candidate.submission().id(), overtaken,
						(one, other) -> Stream.concat(one.stream(), other.stream()).toList());
			}
		});
		this.publications.keepBack(SubmissionState.HELD, held, token, this.clock.instant());
		tonight.stream()
			.filter((candidate) -> !held.containsKey(candidate.submission().id()))
			.forEach((candidate) -> publish(candidate, token));
	}

	/** A corrected file must not put older figures in the place of newer ones. */
	private List<Message> overtaken(Candidate candidate) {
		long child = candidate.submission().id();
		Link link = this.lineage.of(child).orElse(null);
		if (link == null) {
			return List.of();
		}
		return this.lineage.overtaking(child, this.publications.current(candidate.slots()))
			.stream()
			.map((later) -> Sensor.OVERTAKEN.says(later.slot().region(), later.slot().period(), later.slot().part(),
					later.submission(), link.parent()))
			.toList();
	}

	/** A file that the database refuses must not stop the others. */
	private void publish(Candidate candidate, long token) {
		long submission = candidate.submission().id();
		About.file(candidate.submission());
		try {
			this.publications.publish(submission, candidate.slots(), token, this.clock.instant());
		}
		catch (DataAccessException fault) {
			LOGGER.error("Submission {} could not be published", submission, fault);
			List<Message> why = List
				.of(Message.of("failed.publish", String.valueOf(fault.getMostSpecificCause().getMessage())));
			this.publications.keepBack(SubmissionState.FAILED, Map.of(submission, why), token, this.clock.instant());
		}
		finally {
			About.endOfFile();
		}
	}

}
