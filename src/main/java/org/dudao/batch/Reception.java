package org.dudao.batch;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.dudao.correction.CorrectionFile;
import org.dudao.correction.CorrectionRefused;
import org.dudao.correction.Corrections;
import org.dudao.message.Message;
import org.dudao.submission.Archive;
import org.dudao.submission.ArchiveFault;
import org.dudao.submission.CountyTexts;
import org.dudao.submission.FileStillGrowing;
import org.dudao.submission.Plan;
import org.dudao.submission.Plan.Entry;
import org.dudao.submission.Plan.Outcome;
import org.dudao.submission.Submission;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionEvents.Kind;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.dudao.submission.Submissions.Arrival;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionTemplate;

/** Takes planned files into the archive and decides which of them are to be read. */
final class Reception {

	private final Archive archive;

	private final Submissions submissions;

	private final Plan plan;

	private final CountyTexts texts;

	private final Correcting correcting;

	private final TransactionTemplate transaction;

	private final Heartbeat heartbeat;

	private final Halt halt;

	private final String catalogVersion;

	private final Clock clock;

	Reception(Archive archive, Submissions submissions, Plan plan, CountyTexts texts, Correcting correcting,
			TransactionTemplate transaction, Heartbeat heartbeat, Halt halt, String catalogVersion, Clock clock) {
		this.archive = archive;
		this.submissions = submissions;
		this.plan = plan;
		this.texts = texts;
		this.correcting = correcting;
		this.transaction = transaction;
		this.heartbeat = heartbeat;
		this.halt = halt;
		this.catalogVersion = catalogVersion;
		this.clock = clock;
	}

	/**
	 * Freezes the plan of a run: the files given, and whatever an earlier run took in and
	 * did not finish.
	 * @throws Halted when the process is to end; what was taken in by then is kept
	 * @throws org.dudao.submission.LeaseLost when another run has taken over
	 * @throws IOException when the archive cannot be read, or takes nothing in
	 */
	void receive(long run, List<PlannedFile> files) throws IOException {
		this.archive.removeHalfCopies();
		Map<Path, Message> rivals = this.correcting.rivals(files);
		Set<Long> taken = new HashSet<>();
		int seq = 0;
		for (PlannedFile file : files) {
			this.halt.check();
			Message rival = rivals.get(file.path());
			Entry entry = (rival != null) ? new Entry(printable(file.path()), null, Outcome.LEFT, rival)
					: receive(run, file);
			if (entry.submission() != null && !taken.add(entry.submission())) {
				entry = new Entry(entry.path(), entry.submission(), Outcome.KNOWN,
						Message.of("known.twice", entry.submission()));
			}
			this.plan.add(run, seq++, entry);
		}
		for (Submission left : this.submissions.in(SubmissionState.UNFINISHED)) {
			if (taken.add(left.id())) {
				again(left, new Arrival(left.sender(), left.fileName(), run, this.catalogVersion, left.hints(),
						this.clock.instant()));
				this.plan.add(run, seq++, new Entry(left.fileName(), left.id(), Outcome.AGAIN, null));
			}
		}
	}

	private Entry receive(long run, PlannedFile file) throws ArchiveFault {
		Path path = file.path();
		if (file.left() != null) {
			return new Entry(printable(path), null, Outcome.LEFT, file.left());
		}
		try {
			if (OwnText.isOne(path)) {
				return text(file);
			}
			if (Corrections.isOne(path)) {
				return corrected(run, file);
			}
			return CorrectionFile.isWorkbook(path)
					? new Entry(printable(path), null, Outcome.LEFT, Message.of("inbox.workbook")) : taken(run, file);
		}
		catch (CorrectionRefused refused) {
			return new Entry(printable(path), null, Outcome.LEFT, refused.reason());
		}
		catch (CharacterCodingException unreadable) {
			return new Entry(printable(path), null, Outcome.LEFT, Message.of("inbox.text-charset"));
		}
		catch (FileStillGrowing growing) {
			return new Entry(printable(path), null, Outcome.LEFT, Message.of("inbox.growing"));
		}
		catch (NoSuchFileException vanished) {
			return new Entry(printable(path), null, Outcome.LEFT, Message.of("inbox.vanished"));
		}
		catch (AccessDeniedException denied) {
			return new Entry(printable(path), null, Outcome.LEFT, Message.of("inbox.unreadable", path));
		}
		catch (ArchiveFault full) {
			throw full;
		}
		catch (IOException fault) {
			return new Entry(printable(path), null, Outcome.LEFT, Message.of("inbox.fault", fault.getMessage()));
		}
	}

	/**
	 * What a county writes into its report is kept, and read by nobody before the report.
	 */
	private Entry text(PlannedFile file) throws IOException {
		Path path = file.path();
		String sender = file.sender();
		if (sender == null) {
			return new Entry(printable(path), null, Outcome.LEFT, Message.of("inbox.text-sender"));
		}
		String sha256 = this.archive.keep(path);
		Files.readString(this.archive.path(sha256), StandardCharsets.UTF_8);
		boolean other = this.texts.receive(sender, OwnText.period(path), sha256, printable(path.getFileName()),
				this.clock.instant());
		return new Entry(printable(path), null, Outcome.TEXT,
				Message.of(other ? "inbox.text-taken" : "inbox.text-known", sender, OwnText.period(path)));
	}

	private Entry taken(long run, PlannedFile file) throws IOException {
		Path path = file.path();
		Arrival arrival = new Arrival(file.sender(), printable(path.getFileName()), run, this.catalogVersion,
				file.hints(), this.clock.instant());
		String hash = Archive.hash(path);
		Optional<Submission> known = this.submissions.find(hash);
		if (known.isEmpty() || !this.archive.holds(hash)) {
			long size = Files.size(path);
			String sha256 = this.archive.keep(path);
			known = this.submissions.find(sha256);
			if (known.isEmpty()) {
				long added = proved(() -> this.submissions.add(sha256, size, arrival));
				return new Entry(printable(path), added, Outcome.NEW, null);
			}
		}
		return known(path, known.get(), arrival);
	}

	private Entry known(Path path, Submission submission, Arrival arrival) {
		Message decided = decided(submission, arrival);
		if (decided != null) {
			return new Entry(printable(path), submission.id(), Outcome.KNOWN, decided);
		}
		again(submission, completed(arrival, submission));
		return new Entry(printable(path), submission.id(), Outcome.AGAIN, whyAgain(submission, arrival));
	}

	/** Why it is read again, where nobody has asked for it just now; else null. */
	private static @Nullable Message whyAgain(Submission known, Arrival arrival) {
		if (!known.state().needsOfficer() || !arrival.hints().equals(Hints.NONE)) {
			return null;
		}
		if (!known.catalogVersion().equals(arrival.catalogVersion())) {
			return Message.of("again.catalogue");
		}
		if (!isFrom(known, arrival)) {
			return Message.of("again.sender");
		}
		return Message.of(known.fileName().equals(arrival.fileName()) ? "again.hints" : "again.name");
	}

	private static boolean isFrom(Submission known, Arrival arrival) {
		return arrival.sender() == null || arrival.sender().equals(known.sender());
	}

	private void again(Submission submission, Arrival arrival) {
		proved(() -> {
			this.submissions.again(submission.id(), arrival);
			return submission.id();
		});
	}

	/**
	 * A run that was taken for dead and wakes up while it takes files in must not put
	 * back what the other has begun to read. The lease is proved last, as everywhere.
	 */
	private long proved(LongSupplier change) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			long submission = change.getAsLong();
			this.heartbeat.prove();
			return submission;
		}));
	}

	/** What a correction file makes is the file it corrects, by its name and sender. */
	private Entry corrected(long run, PlannedFile file) throws IOException {
		Path path = file.path();
		String correction = this.archive.keep(path);
		Optional<Submission> known = this.correcting.made(correction);
		if (known.isEmpty()) {
			Correcting.Made made = this.correcting.merge(correction, file.sender());
			known = this.submissions.find(made.sha256());
			if (known.isEmpty()) {
				Submission parent = made.merged().parent();
				Hints hints = said(file.hints(), parent.hints());
				Arrival arrival = new Arrival(parent.sender(), parent.fileName(), run, this.catalogVersion, hints,
						this.clock.instant());
				long added = proved(
						() -> this.correcting.enter(made, printable(path.getFileName()), file.by(), arrival));
				return new Entry(printable(path), added, Outcome.NEW, null);
			}
		}
		return known(path, known.get(), arrival(run, file, known.get()));
	}

	/** A file that an officer let through says nothing of what is made of it. */
	private static Hints said(Hints now, Hints before) {
		return new Hints((now.feed() != null) ? now.feed() : before.feed(),
				(now.period() != null) ? now.period() : before.period(), now.accept(), now.officer());
	}

	private Arrival arrival(long run, PlannedFile file, Submission like) {
		return new Arrival(like.sender(), like.fileName(), run, this.catalogVersion, file.hints(),
				this.clock.instant());
	}

	/**
	 * What was said about the file before counts until something else is said: who
	 * accepts a held file need not say again who sent it, and a night takes up an import
	 * that died as it was meant. What it was refused with does not count.
	 */
	private static Arrival completed(Arrival arrival, Submission known) {
		Hints now = arrival.hints();
		Hints before = isRefusedWithHints(known) ? Hints.NONE : known.hints();
		Hints accepted = (known.state().isUnfinished() && now.accept() == null) ? before : now;
		Hints hints = said(new Hints(now.feed(), now.period(), accepted.accept(), accepted.officer()), before);
		String sender = (arrival.sender() != null) ? arrival.sender() : known.sender();
		return new Arrival(sender, arrival.fileName(), arrival.run(), arrival.catalogVersion(), hints, arrival.at());
	}

	/**
	 * Whether somebody said what the file is, and then not even its first row could be
	 * read: what was said may be what is wrong.
	 */
	private static boolean isRefusedWithHints(Submission known) {
		Hints hints = known.hints();
		return known.state() == SubmissionState.REJECTED && known.ledger().read() == 0
				&& (hints.feed() != null || hints.period() != null);
	}

	/** The name without what would write over a terminal or break a line of a report. */
	private static String printable(Path path) {
		return path.toString().replaceAll("\\p{Cntrl}", "\uFFFD");
	}

	/**
	 * What was in force once, and is not any more, is in force again only when an officer
	 * says so, also when an attempt at that has failed.
	 */
	private @Nullable Message fallen(Submission known, Arrival arrival) {
		boolean wasInForce = this.submissions.last(known.id(), Kind.PUBLISHED).isPresent();
		return (wasInForce && arrival.hints().accept() == null) ? Message.of("known.fallen", known.id()) : null;
	}

	/** Why the file need not be read again, or null when it must be. */
	private @Nullable Message decided(Submission known, Arrival arrival) {
		SubmissionState state = known.state();
		if (state.isUnfinished()) {
			return null;
		}
		Message corrected = (state.needsOfficer() && arrival.hints().accept() == null)
				? this.correcting.corrected(known.id()) : null;
		if (corrected != null) {
			return corrected;
		}
		boolean same = known.fileName().equals(arrival.fileName()) && isFrom(known, arrival)
				&& known.catalogVersion().equals(arrival.catalogVersion()) && (arrival.hints().equals(known.hints())
						|| (arrival.hints().equals(Hints.NONE) && !isRefusedWithHints(known)));
		if (state.needsOfficer() && !same) {
			return fallen(known, arrival);
		}
		boolean wasInForce = state == SubmissionState.SUPERSEDED || state == SubmissionState.WITHDRAWN;
		if (wasInForce && arrival.hints().accept() != null) {
			return null;
		}
		if (state == SubmissionState.WITHDRAWN) {
			return Withdrawals.known(known.id(), this.submissions);
		}
		return Message.of("known." + state.name().toLowerCase(Locale.ROOT), known.id());
	}

}
