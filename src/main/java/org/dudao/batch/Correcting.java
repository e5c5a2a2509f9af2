package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dudao.correction.CorrectionRefused;
import org.dudao.correction.Corrections;
import org.dudao.correction.Corrections.Merged;
import org.dudao.message.Message;
import org.dudao.submission.Archive;
import org.dudao.submission.Lineage;
import org.dudao.submission.Lineage.Link;
import org.dudao.submission.Lineage.Standing;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents;
import org.dudao.submission.SubmissionEvents.Event;
import org.dudao.submission.SubmissionEvents.Kind;
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

	private final SubmissionEvents events;

	private final TransactionTemplate transaction;

	Correcting(Archive archive, Corrections corrections, Submissions submissions, Lineage lineage,
			SubmissionEvents events, TransactionTemplate transaction) {
		this.archive = archive;
		this.corrections = corrections;
		this.submissions = submissions;
		this.lineage = lineage;
		this.events = events;
		this.transaction = transaction;
	}

	/** The submission that a correction file of those bytes has made before. */
	Optional<Submission> made(String correction) {
		return this.lineage.by(correction).flatMap((link) -> this.submissions.find(link.child()));
	}

	/**
	 * Why a file need not be read again that was corrected since; null when it was not.
	 */
	@Nullable Message corrected(long submission) {
		List<Long> by = this.lineage.corrections(submission);
		return by.isEmpty() ? null : Message.of("known.corrected", submission,
				by.stream().map(String::valueOf).collect(Collectors.joining(", ")));
	}

	/**
	 * Correction files of which no one can say which counts: several of one run that
	 * correct the same file. Were they taken one after the other, their names would
	 * decide. One that was taken in before, and one that cannot be read, is not among
	 * them.
	 * @return why such a file is left where it is, by its path
	 */
	Map<Path, Message> rivals(List<PlannedFile> files) throws IOException {
		Map<Long, Map<String, List<Path>>> byParent = new TreeMap<>();
		for (PlannedFile file : files) {
			OptionalLong parent = (file.left() == null) ? parent(file.path()) : OptionalLong.empty();
			if (parent.isPresent()) {
				String hash = Archive.hash(file.path());
				if (made(hash).isEmpty()) {
					byParent.computeIfAbsent(parent.getAsLong(), (id) -> new TreeMap<>())
						.computeIfAbsent(hash, (bytes) -> new ArrayList<>())
						.add(file.path());
				}
			}
		}
		Map<Path, Message> rivals = new HashMap<>();
		byParent.forEach((parent, byHash) -> {
			if (byHash.size() > 1) {
				List<Path> paths = byHash.values().stream().flatMap(List::stream).sorted().toList();
				String names = String.join(", ", paths.stream().map((path) -> path.getFileName().toString()).toList());
				paths.forEach((path) -> rivals.put(path, Message.of("correction.rivals", parent, names)));
			}
		});
		return rivals;
	}

	/** What is wrong with a file is said when it is taken in. */
	private static OptionalLong parent(Path file) {
		try {
			return Corrections.parent(file);
		}
		catch (CorrectionRefused | IOException unsound) {
			return OptionalLong.empty();
		}
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
			if (this.submissions.find(Archive.hash(draft)).isEmpty()) {
				this.corrections.check(merged.parent());
			}
			return new Made(merged, correction, this.archive.keep(draft), Files.size(draft));
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	/**
	 * Enters what was made.
	 * @param name the name of the correction file
	 * @param by who took it in by hand, or null
	 * @return the number of the new submission
	 */
	long enter(Made made, String name, @Nullable String by, Arrival arrival) {
		return this.transaction.execute((status) -> {
			long child = this.submissions.add(made.sha256(), made.size(), arrival);
			long parent = made.merged().parent().id();
			this.lineage.enter(new Link(child, parent, made.correction(), name), made.merged().rows());
			List<Message> file = List.of(Message.of("correction.file", name, made.count(Standing.RETURNED),
					made.count(Standing.DELETED), made.count(Standing.LEFT)));
			this.events.add(parent, new Event(Kind.CORRECTED, arrival.at(), by, null, file, child));
			this.events.add(child, new Event(Kind.CORRECTS, arrival.at(), by, null, file, parent));
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

		long count(Standing standing) {
			return this.merged.rows().stream().filter((row) -> row.standing() == standing).count();
		}

	}

}
