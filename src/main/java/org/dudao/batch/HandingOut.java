package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.dudao.message.Message;
import org.dudao.report.CorrectionFile;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;

/** Puts into the outbox what the senders have to correct. */
final class HandingOut {

	private final Submissions submissions;

	private final CorrectionFile corrections;

	private final Path outbox;

	private final Clock clock;

	HandingOut(Submissions submissions, CorrectionFile corrections, Path outbox, Clock clock) {
		this.submissions = submissions;
		this.corrections = corrections;
		this.outbox = outbox;
		this.clock = clock;
	}

	void handOut(long run) throws IOException {
		for (Submission submission : this.submissions.ofRun(run)) {
			if (submission.state() == SubmissionState.LOADING || submission.state() == SubmissionState.RECEIVED) {
				this.submissions.decide(submission.id(), SubmissionState.FAILED, List.of(Message.of("failed.load", "")),
						this.clock.instant());
			}
			if (submission.ledger().rejected() > 0) {
				this.corrections.write(submission.id(), correctionFile(submission));
			}
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
