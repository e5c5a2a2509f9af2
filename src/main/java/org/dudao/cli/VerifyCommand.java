package org.dudao.cli;

import org.dudao.finding.Finding.State;
import org.dudao.finding.Statement;
import picocli.CommandLine.Command;

/** {@code dudao verify}: someone saw on the spot that a finding is put right. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class VerifyCommand extends SayCommand {

	@Override
	Statement statement(String text, String author) {
		return new Statement(State.VERIFIED, null, text, null, author);
	}

}
