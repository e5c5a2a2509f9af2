package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.dudao.message.Message;
import org.dudao.correction.CorrectionFile;
import org.dudao.correction.CorrectionRefused;
import org.dudao.submission.Runs;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;

/**
 * Puts into the outbox what the senders have to correct, also of earlier runs that did
 * not come to their end.
 */
final class HandingOut {

	/** A night has no time for larger ones, and nobody corrects so many by hand. */
	private static final int ROWS_OF_A_WORKBOOK = 5_000;

	private final Submissions submissions;

	private final Runs runs;

	private final CorrectionFile corrections;

	private final Settings settings;

	private final Clock clock;

	HandingOut(Submissions submissions, Runs runs, CorrectionFile corrections, Settings settings, Clock clock) {
		this.submissions = submissions;
		this.runs = runs;
		this.corrections = corrections;
		this.settings = settings;
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
					write(submission);
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

	/**
	 * The same rows twice: as CSV, whatever their number, and as the workbook that
	 * protects them from the spreadsheet.
	 */
	private void write(Submission submission) throws IOException {
		this.corrections.write(submission.id(), correctionFile(submission, ".csv"), this.settings.locale());
		if (submission.ledger().rejected() <= ROWS_OF_A_WORKBOOK) {
			Path workbook = correctionFile(submission, ".xlsx");
			try {
				this.corrections.write(submission.id(), workbook, this.settings.locale());
			}
			catch (CorrectionRefused tooLong) {
				Files.deleteIfExists(workbook);
			}
		}
	}

	private Path correctionFile(Submission submission, String ending) {
		String sender = (submission.sender() != null) ? submission.sender() : "unknown-sender";
		return this.settings.outbox()
			.resolve(sender)
			.resolve(submission.id() + "-" + stem(submission.fileName()) + "-更正" + ending);
	}

	private static String stem(String name) {
		int dot = name.lastIndexOf('.');
		return (dot > 0) ? name.substring(0, dot) : name;
	}

}
