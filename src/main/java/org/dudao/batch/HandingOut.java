package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.dudao.message.Message;
import org.dudao.report.CorrectionFile;
import org.dudao.submission.Runs;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;

/**
 * Puts into the outbox what the senders have to correct, also of earlier runs that did
 * not come to their end.
 */
final class HandingOut {

	private final Submissions submissions;

	private final Runs runs;

	private final CorrectionFile corrections;

	private final Path outbox;

	private final Clock clock;

	HandingOut(Submissions submissions, Runs runs, CorrectionFile corrections, Path outbox, Clock clock) {
		this.submissions = submissions;
		this.runs = runs;
		this.corrections = corrections;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Hands out what was not handed out yet.
	 * @throws IOException when a file could not be written, after all others were
	 */
	void handOut() throws IOException {
		List<IOException> faults = new ArrayList<>();
		for (Submission submission : this.submissions.after(this.runs.lastDone())) {
			if (submission.state().isUnfinished()) {
				enterFailed(submission);
			}
			else if (submission.ledger().rejected() > 0) {
				try {
					this.corrections.write(submission.id(), correctionFile(submission));
				}
				catch (IOException fault) {
					faults.add(fault);
				}
			}
		}
		if (!faults.isEmpty()) {
			throw faults.get(0);
		}
	}

	/** A load that could not even say that it failed. */
	private void enterFailed(Submission submission) {
		if (submission.state() != SubmissionState.FAILED) {
			this.submissions.decide(submission.id(), SubmissionState.FAILED, List.of(Message.of("failed.unknown")),
					this.clock.instant());
		}
	}

	private Path correctionFile(Submission submission) {
		String sender = (submission.sender() != null) ? submission.sender() : "unknown-sender";
		return this.outbox.resolve(sender).resolve(submission.id() + "-" + stem(submission.fileName()) + "-更正.csv");
	}

	private static String stem(String name) {
		int dot = name.lastIndexOf('.');
		return (dot > 0) ? name.substring(0, dot) : name;
	}

}
