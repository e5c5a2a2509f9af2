package org.dudao.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is said about files on the command line. */
final class FileOptions {

	@Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "help.file")
	private List<Path> files = List.of();

	@Option(names = "--sender", paramLabel = "CODE", descriptionKey = "help.sender")
	private @Nullable String sender;

	@Option(names = "--feed", paramLabel = "FEED", descriptionKey = "help.feed")
	private @Nullable String feed;

	@Option(names = "--period", paramLabel = "YEAR", descriptionKey = "help.period")
	private @Nullable Integer period;

	/** The files, all of which are there. */
	List<Path> files() {
		for (Path file : this.files) {
			if (!Files.isRegularFile(file)) {
				throw new Refusal("failed.no-file", file);
			}
		}
		return this.files;
	}

	@Nullable String sender(Given given) {
		return given.sender(this.sender);
	}

	@Nullable String feed(Given given) {
		return given.feed(this.feed);
	}

	@Nullable Integer period() {
		return this.period;
	}

}
