package org.dudao.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.dudao.message.Message;
import org.dudao.submission.Lineage;
import org.dudao.submission.Plan;
import org.dudao.submission.Plan.Entry;
import org.dudao.submission.Plan.Outcome;
import org.dudao.submission.Runs;
import org.dudao.submission.Runs.Judged;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;

/**
 * What a run came to.
 *
 * @param run its number
 * @param read the submissions that were read in it
 * @param again the submissions that were read before and were read again by themselves,
 * by the reason for that
 * @param known the submissions of the plan that had been decided before
 * @param passedOver the entries of those, with what had been decided
 * @param left the files that could not be taken in
 * @param texts the counties' own texts for their reports
 * @param corrected the numbers of those that were corrected since: another submission
 * stands in their place
 * @param judged what the judging came to
 */
public record RunSummary(long run, List<Submission> read, Map<Message, List<Long>> again, List<Submission> known,
		List<Entry> passedOver, List<Entry> left, List<Entry> texts, Set<Long> corrected, Judged judged) {

	/** How many of those read have that state now. */
	public int count(SubmissionState state) {
		return (int) this.read.stream().filter((submission) -> submission.state() == state).count();
	}

	/** How many failed on our side. */
	public int failed() {
		return count(SubmissionState.FAILED);
	}

	/**
	 * Those for which a person has to do something, read now or before; none that was
	 * corrected since.
	 */
	public List<Submission> waiting() {
		List<Submission> all = new ArrayList<>(this.read);
		all.addAll(this.known);
		Predicate<Submission> waits = (submission) -> submission.state().needsOfficer()
				&& !this.corrected.contains(submission.id());
		return all.stream().filter(waits).distinct().toList();
	}

	/** Whether a person has to do something. */
	public boolean needsOfficer() {
		return !waiting().isEmpty() || !this.left.isEmpty();
	}

	/** Makes summaries. */
	public static final class Maker {

		private final Plan plan;

		private final Runs runs;

		private final Submissions submissions;

		private final Lineage lineage;

		/** Makes summaries of the runs of that database. */
		public Maker(Plan plan, Runs runs, Submissions submissions, Lineage lineage) {
			this.plan = plan;
			this.runs = runs;
			this.submissions = submissions;
			this.lineage = lineage;
		}

		/** The summary of a run. */
		public RunSummary of(long run) {
			List<Submission> read = new ArrayList<>();
			Map<Message, List<Long>> again = new LinkedHashMap<>();
			List<Submission> known = new ArrayList<>();
			List<Entry> passedOver = new ArrayList<>();
			List<Entry> left = new ArrayList<>();
			List<Entry> texts = new ArrayList<>();
			for (Entry entry : this.plan.entries(run)) {
				if (entry.outcome() == Outcome.TEXT) {
					texts.add(entry);
				}
				else if (entry.submission() == null) {
					left.add(entry);
				}
				else {
					Submission submission = this.submissions.find(entry.submission()).orElseThrow();
					((entry.outcome() == Outcome.KNOWN) ? known : read).add(submission);
					if (entry.outcome() == Outcome.KNOWN) {
						passedOver.add(entry);
					}
					else if (entry.why() != null) {
						again.computeIfAbsent(entry.why(), (why) -> new ArrayList<>()).add(submission.id());
					}
				}
			}
			List<Long> stopped = Stream.concat(read.stream(), known.stream())
				.filter((submission) -> submission.state().needsOfficer())
				.map(Submission::id)
				.toList();
			return new RunSummary(run, read, again, known, passedOver, left, texts,
					Set.copyOf(this.lineage.corrections(stopped).keySet()), this.runs.judged(run));
		}

	}

}
