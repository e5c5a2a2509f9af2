package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.dudao.batch.Loading.Count;
import org.dudao.intake.DamagedFile;
import org.dudao.intake.Ending;
import org.dudao.intake.Row;
import org.dudao.intake.RowReader;
import org.dudao.intake.Screening;
import org.dudao.message.Message;
import org.dudao.submission.Submission;
import org.dudao.warehouse.FactWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.dao.DataAccessException;

/**
 * One file on its way into the warehouse: reader, writer and listener of the step that
 * loads it, since the three share what the file comes to. Its items are blocks of rows:
 * Batch spends as much on an item as the reading of a row takes. A file that breaks the
 * contract ends the step in peace and its submission says why; only a fault of our side
 * fails the step.
 */
class FileLoad implements ItemReader<List<Row>>, ItemWriter<List<Row>>, StepExecutionListener {

	private final Loading loading;

	/** A file that is not begun stays as it is, for the next run. */
	private final boolean begun;

	private final Submission submission;

	private final List<Message> refusals = new ArrayList<>();

	private final Count count = new Count();

	private Screening.@Nullable Recognised file;

	private @Nullable ReadAhead rows;

	private Ending ending = Ending.NOTHING;

	private @Nullable FactWriter writer;

	FileLoad(Loading loading, long submission) {
		this.loading = loading;
		this.begun = !loading.isHalted();
		this.submission = this.begun ? loading.begin(submission) : loading.find(submission);
		About.file(this.submission);
	}

	@Override
	public @Nullable List<Row> read() throws IOException, InterruptedException {
		if (!this.begun) {
			return null;
		}
		try {
			ReadAhead open = (this.rows != null) ? this.rows : open();
			return (open != null) ? open.next() : null;
		}
		catch (DamagedFile damaged) {
			this.refusals.add(damaged.reason());
			return null;
		}
	}

	private @Nullable ReadAhead open() throws IOException {
		Screening screening = this.loading.screen(this.submission);
		if (screening instanceof Screening.Refused refused) {
			this.refusals.addAll(refused.reasons());
			return null;
		}
		this.file = (Screening.Recognised) screening;
		About.feed(this.file.feed().name());
		this.writer = this.loading.recognised(this.submission, this.file);
		RowReader reader = this.loading.open(this.submission, this.file);
		this.rows = new ReadAhead(reader, "read-" + this.submission.id());
		return this.rows;
	}

	@Override
	public void write(Chunk<? extends List<Row>> blocks) {
		this.loading.checkLease();
		for (List<Row> rows : blocks) {
			java.util.Objects.requireNonNull(this.writer).write(rows);
			rows.forEach(this.count::add);
			this.loading.progress().read(rows.size());
		}
	}

	/**
	 * The whole load in this thread, without Batch: all of it in the caller's
	 * transaction.
	 * @throws Halted when the process is to end
	 */
	void all() throws IOException, InterruptedException {
		if (!this.begun) {
			throw new Halted();
		}
		try {
			for (List<Row> rows = read(); rows != null; rows = read()) {
				write(new Chunk<>(List.of(rows)));
			}
		}
		finally {
			end();
		}
		settle();
		About.endOfFile();
	}

	private void end() {
		ReadAhead open = this.rows;
		if (open != null) {
			this.ending = open.close();
		}
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		if (!this.begun) {
			About.endOfFile();
			return null;
		}
		end();
		if (step.getStatus() != BatchStatus.COMPLETED) {
			this.loading.fail(this.submission, step.getFailureExceptions());
		}
		else {
			settle();
		}
		step.setReadCount(this.count.ledger().read());
		step.setWriteCount(step.getReadCount());
		this.loading.progress().done();
		About.endOfFile();
		return null;
	}

	/**
	 * What a listener throws is written into the log and forgotten, so it is kept here.
	 */
	private void settle() {
		this.refusals.addAll(this.ending.refusals());
		try {
			this.loading.settle(this.submission, this.file, this.ending.with(this.refusals), this.count);
		}
		catch (DataAccessException | UncheckedIOException fault) {
			this.loading.fail(this.submission, List.of(fault));
		}
	}

}
