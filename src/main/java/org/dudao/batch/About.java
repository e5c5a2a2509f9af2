package org.dudao.batch;

import java.util.Map;

import org.dudao.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the log lines of a thread are about: each says the run, and inside a file its
 * submission, feed and the region that sent it.
 */
final class About {

	private static final String RUN = "run";

	private static final String SUBMISSION = "submission";

	private static final String FEED = "feed";

	private static final String REGION = "region";

	private About() {
	}

	static void run(long run) {
		MDC.put(RUN, String.valueOf(run));
	}

	static void endOfRun() {
		endOfFile();
		MDC.remove(RUN);
	}

	static void file(Submission submission) {
		MDC.put(SUBMISSION, String.valueOf(submission.id()));
		put(REGION, submission.sender());
		put(FEED, submission.feed());
	}

	static void feed(String feed) {
		MDC.put(FEED, feed);
	}

	static void endOfFile() {
		MDC.remove(SUBMISSION);
		MDC.remove(REGION);
		MDC.remove(FEED);
	}

	private static void put(String key, @Nullable String value) {
		if (value != null) {
			MDC.put(key, value);
		}
		else {
			MDC.remove(key);
		}
	}

	/** The same work on another thread, about what this thread is about now. */
	static Runnable same(Runnable work) {
		Map<String, String> about = MDC.getCopyOfContextMap();
		return () -> {
			if (about != null) {
				MDC.setContextMap(about);
			}
			try {
				work.run();
			}
			finally {
				MDC.clear();
			}
		};
	}

}
