package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.dudao.correction.Corrections;
import org.dudao.correction.Corrections.Merged;
import org.dudao.submission.Archive;
import org.dudao.submission.Lineage;
import org.dudao.submission.Lineage.Link;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import org.dudao.submission.Submissions.Arrival;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes correction files in: the archive keeps both the correction file and what it makes
 * of the file it corrects, and that is a submission like any other.
 */
final class Correcting {

	private final Archive archive;

	private final Corrections corrections;

	private final Submissions submissions;

	private final Lineage lineage;

	private final TransactionTemplate transaction;

	Correcting(Archive archive, Corrections corrections, Submissions submissions, Lineage lineage,
			TransactionTemplate transaction) {
		this.archive = archive;
		this.corrections = corrections;
		this.submissions = submissions;
		this.lineage = lineage;
		this.transaction = transaction;
	}

	/** The submission that a correction file of those bytes has made before. */
	Optional<Submission> made(String correction) {
		return this.lineage.by(correction).flatMap((link) -> this.submissions.find(link.child()));
	}

	/**
	 * Makes the merged file.
	 * @param correction the hash under which the correction file is kept
	 * @param sender who sent it, null when nobody says
	 * @throws org.dudao.correction.CorrectionRefused when that cannot be
	 */
	Made merge(String correction, @Nullable String sender) throws IOException {
		Path draft = this.archive.draft();
		try {
			Merged merged = this.corrections.merge(this.archive.path(correction), sender, draft);
			return new Made(merged, correction, this.archive.keep(draft), Files.size(draft));
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	/**
	 * Enters what was made.
	 * @param name the name of the correction file
	 * @return the number of the new submission
	 */
	long enter(Made made, String name, Arrival arrival) {
		return this.transaction.execute((status) -> {
			long child = this.submissions.add(made.sha256(), made.size(), arrival);
			long parent = made.merged().parent().id();
			this.lineage.enter(new Link(child, parent, made.correction(), name), made.merged().rows());
			return child;
		});
	}

	/**
	 * A merged file in the archive.
	 *
	 * @param merged what it is made of
	 * @param correction the hash of the correction file
	 * @param sha256 its own
	 * @param size its length in bytes
	 */
	record Made(Merged merged, String correction, String sha256, long size) {
	}

}
