package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program in a JVM of its own, measured from its start to its end. */
final class Child {

	/** As the launcher starts Dudao, and the same for whatever it is compared with. */
	private static final List<String> JVM = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-XX:+UseParallelGC", "-Dfile.encoding=UTF-8", "-Duser.timezone=Asia/Shanghai", "-Ddudao.installation=.");

	private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

	private static final int GLANCE_MILLIS = 20;

	private Child() {
	}

	/**
	 * What a run took.
	 *
	 * @param wall from its start to its end
	 * @param cpu of its own process, but for the last moments
	 * @param server of the database server meanwhile, zero when there is none
	 * @param heap what was alive after a collection at most, in MiB
	 * @param exit its exit code
	 * @param out what it said
	 */
	record Run(Duration wall, Duration cpu, Duration server, int heap, int exit, String out) {
	}

	/**
	 * Runs it.
	 * @param arguments to the JVM: options, what to start, and its own arguments
	 */
	static Run run(Path directory, List<String> arguments, Map<String, String> environment)
			throws IOException, InterruptedException {
		Files.createDirectories(directory);
		Path collections = directory.resolve("gc.log");
		Path said = directory.resolve("out.txt");
		List<String> command = new ArrayList<>(JVM);
		command.add("-Xlog:gc:file=" + collections);
		command.addAll(arguments);
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
		return new Run(wall, cpu, server().minus(server), heap(collections), process.exitValue(),
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
