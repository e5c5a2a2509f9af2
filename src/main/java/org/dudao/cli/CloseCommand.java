package org.dudao.cli;

import org.dudao.finding.Finding.State;
import org.dudao.finding.Statement;
import picocli.CommandLine.Command;

/** {@code dudao close}: a person closes a finding. */
@Command(name = "close", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CloseCommand extends SayCommand {

	@Override
	Statement statement(String text, String author) {
		return new Statement(State.CLOSED, null, text, null, author);
	}

}
