package org.dudao.batch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.dudao.DudaoApplication;
import org.dudao.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, as a person or the night starts it. */
final class Program {

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	private final java.lang.Process process;

	private final Path output;

	private Program(java.lang.Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts a command.
	 * @param database the database, null for the embedded one of the home
	 */
	static Program start(Path home, TestDatabase.@Nullable Connection database, String... command) {
		return start(home, database, Map.of(), Path.of("jobs"), command);
	}

	/**
	 * Starts a command.
	 * @param database the database, null for the embedded one of the home
	 * @param more environment, which goes before what the database says
	 */
	static Program start(Path home, TestDatabase.@Nullable Connection database, Map<String, String> more, Path jobs,
			String... command) {
		List<String> line = new ArrayList<>(
				List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=Asia/Shanghai",
						"-Dfile.encoding=UTF-8", "-cp", classPath(), DudaoApplication.class.getName()));
		line.addAll(List.of(command));
		line.addAll(List.of("--home", home.toString(), "--jobs", jobs.toString()));
		if (!line.contains("--lang")) {
			line.addAll(List.of("--lang", "en"));
		}
		try {
			Path output = Files.createTempFile(home, "output-", ".txt");
			ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
			if (database != null) {
				builder.environment().put("DUDAO_DB_URL", database.url());
				builder.environment().put("DUDAO_DB_USER", database.user());
				if (!database.password().isEmpty()) {
					builder.environment().put("DUDAO_DB_PASSWORD", database.password());
				}
			}
			builder.environment().putAll(more);
			java.lang.Process process = builder.start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			return new Program(process, output);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** Without the classes and settings of the tests. */
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** Ends it as SIGKILL does: it can do nothing about it. */
	void kill() {
		this.process.destroyForcibly();
		exitCode();
	}

	/** Asks it to end, as SIGTERM does. */
	void terminate() {
		this.process.destroy();
	}

	/** Its exit code, when it has come to its end. */
	int exitCode() {
		try {
			if (!this.process.waitFor(5, TimeUnit.MINUTES)) {
				throw new AssertionError("still running: " + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException stop) {
			throw new AssertionError(stop);
		}
	}

	boolean isRunning() {
		return this.process.isAlive();
	}

	/** What it said so far. */
	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

}
