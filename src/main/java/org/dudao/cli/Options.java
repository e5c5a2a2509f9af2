package org.dudao.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
final class Options {

	@Option(names = "--format", scope = ScopeType.INHERIT, descriptionKey = "help.format", defaultValue = "text",
			paramLabel = "FORMAT")
	private Format format = Format.text;

	@Option(names = "--lang", scope = ScopeType.INHERIT, descriptionKey = "help.lang", paramLabel = "zh|en")
	private @Nullable String language;

	@Option(names = "--jobs", scope = ScopeType.INHERIT, descriptionKey = "help.jobs", paramLabel = "DIR")
	private @Nullable Path jobs;

	@Option(names = "--home", scope = ScopeType.INHERIT, descriptionKey = "help.home", paramLabel = "DIR")
	private @Nullable Path home;

	Format format() {
		return this.format;
	}

	Locale locale() {
		return (this.language != null) ? Locale.forLanguageTag(this.language) : Locale.getDefault();
	}

	Path jobs(Map<String, String> environment) {
		if (this.jobs != null) {
			return this.jobs;
		}
		String set = environment.get("DUDAO_JOBS");
		return Path.of((set != null) ? set : System.getProperty("dudao.installation", ".") + "/jobs");
	}

	Path home(Map<String, String> environment) {
		return (this.home != null) ? this.home : Path.of(environment.getOrDefault("DUDAO_HOME", "data"));
	}

}
