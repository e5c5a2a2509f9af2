package org.dudao.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dudao.intake.Ending;
import org.dudao.intake.Row;
import org.dudao.intake.RowReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses rows on a thread of its own while the rows before them are being written, so
 * that a large file takes the longer of the two times and not their sum. It holds a few
 * blocks of rows and no more.
 */
final class ReadAhead {

	private static final Logger LOGGER = LoggerFactory.getLogger(ReadAhead.class);

	/**
	 * A block is a transaction: its overhead is nothing then, and its memory is little.
	 */
	private static final int ROWS_A_BLOCK = 2_000;

	/** Rows may be long, or hold many facts, so that fewer of them make a block. */
	private static final int WEIGHT_OF_A_BLOCK = 4 << 20;

	private static final int BLOCKS = 2;

	private static final int WEIGHT_OF_A_FACT = 500;

	private final RowReader reader;

	private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS);

	private final Thread thread;

	private volatile boolean closed;

	private boolean ended;

	private volatile boolean complete;

	ReadAhead(RowReader reader, String name) {
		this.reader = reader;
		this.thread = new Thread(About.same(this::fill), name);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * The next rows, at least one, or null at the end; what the reader throws is thrown.
	 */
	@Nullable List<Row> next() throws IOException, InterruptedException {
		while (!this.ended) {
			Block block = this.blocks.take();
			if (block.fault() instanceof IOException unreadable) {
				throw unreadable;
			}
			if (block.fault() instanceof RuntimeException fault) {
				throw fault;
			}
			if (block.fault() instanceof Error fault) {
				throw fault;
			}
			this.ended = block.last();
			if (!block.rows().isEmpty()) {
				return block.rows();
			}
		}
		return null;
	}

	private void fill() {
		try {
			boolean last = false;
			while (!last && !this.closed) {
				List<Row> rows = new ArrayList<>(ROWS_A_BLOCK);
				int weight = 0;
				while (rows.size() < ROWS_A_BLOCK && weight < WEIGHT_OF_A_BLOCK && !last) {
					Row row = this.reader.next();
					if (row == null) {
						last = true;
						this.complete = true;
					}
					else {
						rows.add(row);
						weight += weight(row);
					}
				}
				offer(new Block(rows, last, null));
			}
		}
		catch (IOException | RuntimeException | Error fault) {
			// Whoever waits for the next block would wait for ever, with the lease in
			// hand.
			offer(new Block(List.of(), true, fault));
		}
	}

	/** About how many bytes it takes. */
	private static int weight(Row row) {
		if (row instanceof Row.Accepted accepted) {
			return WEIGHT_OF_A_FACT * accepted.facts().size();
		}
		return (row instanceof Row.Rejected rejected) ? rejected.raw().length() : ((Row.Ignored) row).raw().length();
	}

	private void offer(Block block) {
		try {
			boolean taken = false;
			while (!taken && !this.closed) {
				taken = this.blocks.offer(block, 100, TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException nobodyDoesThat) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Ends the thread and closes the reader.
	 * @return what was seen at the end, nothing when the end was not reached
	 */
	Ending close() {
		this.closed = true;
		this.blocks.clear();
		boolean interrupted = false;
		while (this.thread.isAlive()) {
			try {
				this.thread.join();
			}
			catch (InterruptedException later) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		try {
			this.reader.close();
		}
		catch (IOException harmless) {
			LOGGER.debug("A file that was read could not be closed", harmless);
		}
		return this.complete ? this.reader.ending() : Ending.NOTHING;
	}

	private record Block(List<Row> rows, boolean last, @Nullable Throwable fault) {
	}

}
