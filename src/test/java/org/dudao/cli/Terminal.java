package org.dudao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.dudao.DudaoApplication;

/** Somebody at a terminal, with a home of his own. */
record Terminal(Path home, Path jobs) {

	Terminal(Path home) {
		this(home, Path.of("jobs"));
	}

	/** The same with another catalogue. */
	Terminal with(Path jobs) {
		return new Terminal(this.home, jobs);
	}

	/** What a command came to. */
	record Said(int code, String out, String err) {

		List<String> errors() {
			return this.err.lines().toList();
		}

	}

	/** Types a command in English. */
	Said type(String... command) {
		return typeIn("en", command);
	}

	/** Types a command in that language. */
	Said typeIn(String language, String... command) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		String[] line = Stream
			.concat(Arrays.stream(command),
					Stream.of("--home", this.home.toString(), "--jobs", this.jobs.toString(), "--lang", language))
			.toArray(String[]::new);
		int code = DudaoCommand
			.line(DudaoApplication.class, new PrintWriter(out, true), new PrintWriter(err, true),
					Locale.forLanguageTag(language))
			.execute(line);
		return new Said(code, out.toString(), err.toString());
	}

}
