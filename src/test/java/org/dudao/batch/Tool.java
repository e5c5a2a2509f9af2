package org.dudao.batch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The programs of others that watch ours, where they are installed. */
enum Tool {

	PROMTOOL("promtool", "prometheus"), PROMETHEUS("prometheus", "prometheus"),
	ALERTMANAGER("prometheus-alertmanager", "prometheus-alertmanager"), AMTOOL("amtool", "prometheus-alertmanager"),
	PUSHGATEWAY("prometheus-pushgateway", "prometheus-pushgateway");

	private final String command;

	private final String debian;

	Tool(String command, String debian) {
		this.command = command;
		this.debian = debian;
	}

	boolean isThere() {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, this.command)));
	}

	/** Why a test is skipped. */
	String missing() {
		return "not installed: " + this.command + ", of the Debian package " + this.debian;
	}

	/** Starts it, with what it says going into a file. */
	Process start(Path output, String... arguments) throws IOException {
		Process process = process(arguments).redirectOutput(output.toFile()).start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return process;
	}

	/**
	 * Runs it to its end.
	 * @param input what it reads, or null
	 * @return what it said; it is an error that it fails
	 */
	String run(@Nullable Path input, String... arguments) throws IOException, InterruptedException {
		ProcessBuilder builder = process(arguments);
		if (input != null) {
			builder.redirectInput(input.toFile());
		}
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new AssertionError(said);
		}
		return said;
	}

	private ProcessBuilder process(String... arguments) {
		List<String> line = new ArrayList<>(List.of(this.command));
		line.addAll(List.of(arguments));
		return new ProcessBuilder(line).redirectErrorStream(true);
	}

}
