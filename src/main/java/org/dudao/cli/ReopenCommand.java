package org.dudao.cli;

import org.dudao.finding.Finding.State;
import org.dudao.finding.Statement;
import picocli.CommandLine.Command;

/** {@code dudao reopen}: what was said of a finding is taken back. */
@Command(name = "reopen", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReopenCommand extends SayCommand {

	@Override
	Statement statement(String text, String author) {
		return new Statement(State.OPEN, null, text, null, author);
	}

}
