package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.dudao.metric.Pushing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dudao nightly}: the whole run over an inbox. */
@Command(name = "nightly", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class NightlyCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--inbox", descriptionKey = "help.nightly.inbox", paramLabel = "DIR", defaultValue = "inbox")
	private Path inbox;

	@Option(names = "--waiting-is-done", descriptionKey = "help.nightly.waiting")
	private boolean waitingIsDone;

	@Override
	public Integer call() throws IOException {
		int code = night();
		return (code == Exit.NEEDS_OFFICER && this.waitingIsDone) ? Exit.DONE : code;
	}

	private int night() throws IOException {
		if (!Files.isDirectory(this.inbox)) {
			throw new Refusal("inbox.missing", this.inbox.toAbsolutePath());
		}
		try (Engine engine = this.dudao.engine()) {
			Pushing pushing = engine.part(Pushing.class);
			return new WatchedRun(this.dudao.screen(), engine).run((pipeline) -> {
				try {
					return pipeline.nightly(this.inbox.toAbsolutePath().normalize());
				}
				finally {
					push(pushing);
				}
			});
		}
	}

	/** A night is as good as it is, whoever is told. */
	private void push(Pushing pushing) {
		try {
			pushing.push();
		}
		catch (IOException refused) {
			this.dudao.warn("push.failed", pushing.address(), refused.getMessage());
		}
	}

}
