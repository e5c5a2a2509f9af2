package org.dudao.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.intake.Declared;
import org.dudao.intake.Ending;
import org.dudao.intake.Intake;
import org.dudao.intake.Row;
import org.dudao.intake.RowReader;
import org.dudao.intake.Screening;
import org.dudao.intake.Sensor;
import org.dudao.intake.Source;
import org.dudao.message.Message;
import org.dudao.submission.Archive;
import org.dudao.submission.LeaseLost;
import org.dudao.submission.Ledger;
import org.dudao.submission.Lineage;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.dudao.warehouse.FactWriter;
import org.dudao.warehouse.Facts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

/**
 * What the load of a file does to the database, from its begin to its ledger. A load is
 * all or nothing: it begins by removing whatever an earlier attempt left.
 */
final class Loading {

	private static final Logger LOGGER = LoggerFactory.getLogger(Loading.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Catalog catalog;

	private final Intake intake;

	private final Archive archive;

	private final Submissions submissions;

	private final Lineage lineage;

	private final Facts facts;

	private final TransactionTemplate transaction;

	private final Heartbeat heartbeat;

	private final Halt halt;

	private final Progress progress;

	private final Clock clock;

	Loading(Catalog catalog, Intake intake, Archive archive, Submissions submissions, Lineage lineage, Facts facts,
			TransactionTemplate transaction, Heartbeat heartbeat, Halt halt, Progress progress, Clock clock) {
		this.catalog = catalog;
		this.intake = intake;
		this.archive = archive;
		this.submissions = submissions;
		this.lineage = lineage;
		this.facts = facts;
		this.transaction = transaction;
		this.heartbeat = heartbeat;
		this.halt = halt;
		this.progress = progress;
		this.clock = clock;
	}

	Progress progress() {
		return this.progress;
	}

	void checkLease() {
		this.heartbeat.check();
	}

	/** Whether no file may be begun any more. */
	boolean isHalted() {
		return this.halt.isAsked();
	}

	/** The file as it is, without beginning to load it. */
	Submission find(long id) {
		return this.submissions.find(id).orElseThrow();
	}

	Submission begin(long id) {
		this.transaction.executeWithoutResult((status) -> {
			this.submissions.loading(id);
			this.facts.delete(this.catalog.feeds(), id);
			this.heartbeat.prove();
		});
		return find(id);
	}

	Screening screen(Submission submission) throws IOException {
		return this.intake.screen(new Source(path(submission), submission.fileName(), submission.sender(),
				submission.hints().feed(), submission.hints().period()));
	}

	FactWriter recognised(Submission submission, Screening.Recognised file) {
		this.submissions.recognised(submission.id(),
				new Submissions.Recognition(file.feed().name(), file.layout().name(), file.charset(), file.delimiter(),
						file.headerLine(), JSON.writeValueAsString(file.header()),
						JSON.writeValueAsString(file.columns())));
		return this.facts.writer(file.feed(), submission.id());
	}

	RowReader open(Submission submission, Screening.Recognised file) throws IOException {
		return this.intake.read(file, this.lineage.revision(submission.id()));
	}

	/**
	 * Counts, and decides whether the file keeps the contract as a whole. The lease is
	 * proved last, since until the end of the transaction nobody else can prove it.
	 * @throws LeaseLost when another run has taken over; nothing is changed then
	 */
	void settle(Submission submission, Screening.@Nullable Recognised file, Ending ending, Count count) {
		this.transaction.executeWithoutResult((status) -> {
			if (file != null) {
				this.facts.notePlaces(file.feed(), submission.id());
			}
			if (file == null || !ending.refusals().isEmpty()) {
				this.submissions.counted(submission.id(), count.ledger());
				reject(submission, ending.refusals());
			}
			else {
				setAside(submission, file, ending.duplicatedLines(), count);
				this.facts.note(submission.id(), ending.hints());
				this.submissions.counted(submission.id(), count.ledger());
				declare(submission, ending.declared());
				balance(submission, file.feed(), ending, count.ledger());
			}
			this.heartbeat.prove();
		});
	}

	private void declare(Submission submission, Declared declared) {
		this.submissions.declared(submission.id(), JSON.writeValueAsString(declared.lastDigits()));
		Map<Integer, Submissions.Note> notes = new TreeMap<>();
		declared.notes()
			.forEach((note) -> note.breaks()
				.forEach((year) -> notes.putIfAbsent(year, new Submissions.Note(note.line(), note.text()))));
		this.submissions.seriesBreaks(submission.id(), notes);
	}

	private void balance(Submission submission, Feed feed, Ending ending, Ledger ledger) {
		int facts = this.facts.count(feed, submission.id());
		int rejected = this.facts.countRejected(submission.id());
		if (!ledger.balances() || facts != ledger.facts() || rejected != ledger.rejected()) {
			this.submissions.decide(
					submission.id(), SubmissionState.FAILED, List.of(Message.of("ledger.unbalanced", ledger.read(),
							ledger.accepted(), ledger.rejected(), ledger.ignored(), ledger.facts(), facts, rejected)),
					this.clock.instant());
		}
		else {
			accept(submission, feed, ledger, ending.doubts());
		}
	}

	private void accept(Submission submission, Feed feed, Ledger ledger, List<Message> doubts) {
		BigDecimal most = feed.acceptance().maxRejectedRows();
		// A row that was cut off says nothing of the others.
		int cut = doubts.stream().anyMatch(Sensor.LAST_LINE_CUT::said) ? 1 : 0;
		int rejected = ledger.rejected() - cut;
		int rows = ledger.accepted() + rejected;
		if (BigDecimal.valueOf(rejected).compareTo(most.multiply(BigDecimal.valueOf(rows))) > 0) {
			reject(submission, List.of(Message.of("gate.too-many-rejected", ledger.rejected(), rows + cut,
					most.movePointRight(2).stripTrailingZeros())));
		}
		else if (ledger.facts() == 0) {
			reject(submission, List.of(Message.of("gate.no-facts")));
		}
		else {
			// The gate adds what it says of the file, so that the officer is told all at
			// once.
			this.submissions.decide(submission.id(), SubmissionState.LOADED, doubts, this.clock.instant());
		}
	}

	private void reject(Submission submission, List<Message> reasons) {
		this.catalog.feeds().forEach((feed) -> this.facts.deleteFacts(feed, submission.id()));
		this.submissions.decide(submission.id(), SubmissionState.REJECTED, reasons, this.clock.instant());
	}

	/**
	 * Of rows with the same key nobody knows which is right, so the first goes with the
	 * others.
	 */
	private void setAside(Submission submission, Screening.Recognised file, Set<Integer> lines, Count count) {
		if (lines.isEmpty()) {
			return;
		}
		this.facts.delete(file.feed(), submission.id(), List.copyOf(lines));
		SetAside aside = new SetAside(this.facts.writer(file.feed(), submission.id()), lines);
		try {
			Intake.readRawLines(path(submission), file.charset(), lines, aside);
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
		aside.end();
		count.setAside(lines.size(), this.facts.count(file.feed(), submission.id()));
	}

	private Path path(Submission submission) {
		return this.archive.path(submission.sha256());
	}

	/**
	 * Enters that our side failed; the next run takes the file up again.
	 * @throws LeaseLost when another run has taken over; nothing is changed then
	 */
	void fail(Submission submission, List<Throwable> faults) {
		faults.forEach((fault) -> LOGGER.error("Submission {} could not be loaded", submission.id(), fault));
		String first = faults.isEmpty() ? ""
				: String.valueOf(NestedExceptionUtils.getMostSpecificCause(faults.get(0)).getMessage());
		this.transaction.executeWithoutResult((status) -> {
			this.heartbeat.prove();
			this.submissions.decide(submission.id(), SubmissionState.FAILED, List.of(Message.of("failed.load", first)),
					this.clock.instant());
		});
	}

	/** What the rows of one file came to so far. */
	static final class Count {

		private int read;

		private int accepted;

		private int rejected;

		private int ignored;

		private int facts;

		void add(Row row) {
			this.read++;
			if (row instanceof Row.Accepted kept) {
				this.accepted++;
				this.facts += kept.facts().size();
			}
			else if (row instanceof Row.Rejected) {
				this.rejected++;
			}
			else {
				this.ignored++;
			}
		}

		void setAside(int rows, int factsLeft) {
			this.accepted -= rows;
			this.rejected += rows;
			this.facts = factsLeft;
		}

		Ledger ledger() {
			return new Ledger(this.read, this.accepted, this.rejected, this.ignored, this.facts);
		}

	}

}
