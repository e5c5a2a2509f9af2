package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dudao.message.Message;
import org.dudao.correction.CorrectionFile;
import org.dudao.correction.CorrectionRefused;
import org.dudao.receipt.Outbox;
import org.dudao.receipt.Receipt;
import org.dudao.receipt.ReceiptWriter;
import org.dudao.receipt.Receipts;
import org.dudao.submission.Publications;
import org.dudao.submission.Runs;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;

/**
 * Puts into the outbox what the senders have to correct and what became of their files,
 * also of earlier runs that did not come to their end.
 */
final class HandingOut {

	/** A night has no time for larger ones, and nobody corrects so many by hand. */
	private static final int ROWS_OF_A_WORKBOOK = 5_000;

	private final Submissions submissions;

	private final Publications publications;

	private final Runs runs;

	private final CorrectionFile corrections;

	private final Receipts receipts;

	private final ReceiptWriter writer;

	private final Outbox outbox;

	private final Settings settings;

	private final Clock clock;

	HandingOut(Submissions submissions, Publications publications, Runs runs, CorrectionFile corrections,
			Receipts receipts, ReceiptWriter writer, Outbox outbox, Settings settings, Clock clock) {
		this.submissions = submissions;
		this.publications = publications;
		this.runs = runs;
		this.corrections = corrections;
		this.receipts = receipts;
		this.writer = writer;
		this.outbox = outbox;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Hands out what was not handed out yet.
	 * @throws org.dudao.submission.LeaseLost when another run has taken over
	 * @throws IOException when a file could not be written, after all others were
	 */
	void handOut(long token) throws IOException {
		List<IOException> faults = new ArrayList<>();
		long done = this.runs.lastDone();
		for (Submission submission : this.submissions.after(done)) {
			About.file(submission);
			if (submission.state().isUnfinished()) {
				enterFailed(submission, token);
			}
			else if (submission.ledger().rejected() > 0) {
				try {
					write(submission);
				}
				catch (IOException fault) {
					faults.add(fault);
				}
			}
			About.endOfFile();
		}
		List<Submission> again = new ArrayList<>();
		for (Receipt receipt : this.receipts.after(done)) {
			try {
				this.writer.handOut(receipt, this.settings.locale());
				if (receipt.submission().attempt() > 1) {
					again.add(receipt.submission());
				}
			}
			catch (IOException fault) {
				faults.add(fault);
			}
		}
		try {
			this.outbox.removeOutdated(again);
		}
		catch (IOException fault) {
			faults.add(fault);
		}
		if (!faults.isEmpty()) {
			throw faults.get(0);
		}
	}

	/** A load that could not even say that it failed. */
	private void enterFailed(Submission submission, long token) {
		if (submission.state() != SubmissionState.FAILED) {
			this.publications.keepBack(SubmissionState.FAILED,
					Map.of(submission.id(), List.of(Message.of("failed.unknown"))), token, this.clock.instant());
		}
	}

	/**
	 * The same rows twice: as CSV, whatever their number, and as the workbook that
	 * protects them from the spreadsheet.
	 */
	private void write(Submission submission) throws IOException {
		this.corrections.write(submission.id(), this.outbox.correction(submission, ".csv"), this.settings.locale());
		if (submission.ledger().rejected() <= ROWS_OF_A_WORKBOOK) {
			Path workbook = this.outbox.correction(submission, ".xlsx");
			try {
				this.corrections.write(submission.id(), workbook, this.settings.locale());
			}
			catch (CorrectionRefused tooLong) {
				Files.deleteIfExists(workbook);
			}
		}
	}

}
