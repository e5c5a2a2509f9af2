package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program in a JVM of its own, measured from its start to its end. */
final class Child {

	private static final Pattern COLLECTION = Pattern.compile("Pause Full.* (\\d+)M->(\\d+)M\\(\\d+M\\)");

	private static final int GLANCE_MILLIS = 20;

	private Child() {
	}

	/**
	 * What a run took.
	 *
	 * @param wall from its start to its end
	 * @param cpu of its own process, but for the last moments
	 * @param server of the database server meanwhile, zero when there is none
	 * @param heap what was alive after a full collection at most, in MiB; 0 when there
	 * was none
	 * @param exit its exit code
	 * @param out what it said
	 */
	record Run(Duration wall, Duration cpu, Duration server, int heap, int exit, String out) {
	}

	/** The JVM's option that lets the heap be watched. */
	static String watched(Path directory) {
		return "-Xlog:gc:file=" + directory.resolve("gc.log");
	}

	/** Runs that command, with files of its own in that directory. */
	static Run run(Path directory, List<String> command, Map<String, String> environment)
			throws IOException, InterruptedException {
		Files.createDirectories(directory);
		Path said = directory.resolve("out.txt");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
		builder.environment().putAll(environment);
		Duration server = server();
		long began = System.nanoTime();
		Process process = builder.start();
		Duration cpu = Duration.ZERO;
		while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
			Duration now = process.info().totalCpuDuration().orElse(Duration.ZERO);
			cpu = (now.compareTo(cpu) > 0) ? now : cpu;
		}
		Duration wall = Duration.ofNanos(System.nanoTime() - began);
		return new Run(wall, cpu, server().minus(server), heap(directory.resolve("gc.log")), process.exitValue(),
				Files.readString(said));
	}

	/** The servers are children of this process. */
	private static Duration server() {
		try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
			return children.filter((child) -> child.info().command().orElse("").contains("mariadbd"))
				.map((child) -> child.info().totalCpuDuration().orElse(Duration.ZERO))
				.reduce(Duration.ZERO, Duration::plus);
		}
	}

	private static int heap(Path collections) throws IOException {
		return Files.readAllLines(collections)
			.stream()
			.map(COLLECTION::matcher)
			.filter(Matcher::find)
			.mapToInt((matcher) -> Integer.parseInt(matcher.group(2)))
			.max()
			.orElse(0);
	}

}
