package org.dudao.cli;

import java.io.IOException;

import org.dudao.batch.Pipeline;
import org.dudao.batch.Progress;
import org.dudao.report.RejectedRows;
import org.dudao.report.RunSummary;
import org.dudao.submission.Lineage;

/** Runs the pipeline with a progress line on a terminal, and shows what it came to. */
final class WatchedRun {

	private final Screen screen;

	private final Engine engine;

	WatchedRun(Screen screen, Engine engine) {
		this.screen = screen;
		this.engine = engine;
	}

	/**
	 * Runs it.
	 * @return the exit code
	 */
	int run(Work work) throws IOException {
		long began = System.nanoTime();
		Pipeline pipeline = this.engine.part(Pipeline.class);
		long run = watched(work, pipeline);
		RunSummary summary = this.engine.part(RunSummary.Maker.class).of(run);
		new RunText(this.screen, this.engine.part(Lineage.class)).show(summary,
				this.engine.part(RejectedRows.class).hints(run), (System.nanoTime() - began) / 1_000_000);
		if (summary.failed() > 0) {
			return Exit.FAILED;
		}
		return summary.needsOfficer() ? Exit.NEEDS_OFFICER : Exit.DONE;
	}

	/**
	 * The launcher says whether a person looks on: Java 22 and later always give a
	 * console.
	 */
	private long watched(Work work, Pipeline pipeline) throws IOException {
		if (!Boolean.getBoolean("dudao.terminal") || this.screen.format() != Format.text) {
			return work.run(pipeline);
		}
		Watch watch = new Watch(this.engine.part(Progress.class), this.screen);
		try {
			return work.run(pipeline);
		}
		finally {
			watch.close();
		}
	}

	/** What is to be run. */
	interface Work {

		/** Runs it and gives the number of the run. */
		long run(Pipeline pipeline) throws IOException;

	}

}
