package org.dudao.cli;

import java.time.LocalDate;

import org.dudao.finding.Finding.State;
import org.dudao.finding.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code dudao waive}: a finding is explained for a reason, as long as its figures stay.
 */
@Command(name = "waive", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class WaiveCommand extends SayCommand {

	@Option(names = "--reason", paramLabel = "CODE", required = true, descriptionKey = "help.waive.reason")
	private String reason;

	@Option(names = "--until", paramLabel = "DATE", descriptionKey = "help.waive.until")
	private @Nullable LocalDate until;

	@Override
	Statement statement(String text, String author) {
		return new Statement(State.EXPLAINED, this.reason, text, this.until, author);
	}

}
