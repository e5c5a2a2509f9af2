package org.dudao.cli;

import java.time.LocalDate;

import org.dudao.finding.Finding.State;
import org.dudao.finding.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dudao rectify}: a finding is to be put right by a day. */
@Command(name = "rectify", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RectifyCommand extends SayCommand {

	@Option(names = "--until", paramLabel = "DATE", required = true, descriptionKey = "help.rectify.until")
	private LocalDate until;

	@Override
	Statement statement(String text, String author) {
		return new Statement(State.RECTIFYING, null, text, this.until, author);
	}

}
