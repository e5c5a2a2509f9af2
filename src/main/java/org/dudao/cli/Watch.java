package org.dudao.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dudao.batch.Progress;

/**
 * A line on the terminal that says how far the run has come: files done, rows a second.
 */
final class Watch {

	private static final int MILLIS_A_GLANCE = 200;

	private final Progress progress;

	private final Screen screen;

	private final ProgressBar bar;

	private final ScheduledExecutorService glances = Executors.newSingleThreadScheduledExecutor();

	private final long began = System.nanoTime();

	Watch(Progress progress, Screen screen) {
		this.progress = progress;
		this.screen = screen;
		this.bar = new ProgressBarBuilder().setStyle(ProgressBarStyle.ASCII)
			.setTaskName(screen.messages().text("progress.files"))
			.setUpdateIntervalMillis(MILLIS_A_GLANCE)
			.clearDisplayOnFinish()
			.build();
		this.glances.scheduleWithFixedDelay(this::glance, 0, MILLIS_A_GLANCE, TimeUnit.MILLISECONDS);
	}

	private void glance() {
		long millis = Math.max(1, (System.nanoTime() - this.began) / 1_000_000);
		this.bar.maxHint(this.progress.files());
		this.bar.stepTo(this.progress.filesDone());
		this.bar.setExtraMessage(this.screen.messages().text("progress.rows", this.progress.rows() * 1000 / millis));
	}

	/** Takes the line away. */
	void close() {
		this.glances.shutdown();
		this.bar.close();
	}

}
