package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.dudao.batch.Halted;
import org.dudao.batch.Pipeline;
import org.dudao.catalog.NightlyPlan;
import org.dudao.metric.Gateway;
import org.dudao.metric.Pushing;
import org.dudao.submission.LeaseHeld;
import org.dudao.submission.LeaseLost;
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
		try (Engine engine = this.dudao.engine()) {
			WatchedRun night;
			Pushing pushing;
			try {
				if (!Files.isDirectory(this.inbox)) {
					throw new Refusal("inbox.missing", this.inbox.toAbsolutePath());
				}
				// Whoever asks in the morning what is missing would be told of a mistake
				// in it.
				NightlyPlan.read(engine.catalog());
				night = new WatchedRun(this.dudao.screen(), engine);
				pushing = engine.part(Pushing.class);
			}
			catch (RuntimeException fault) {
				Gateway gateway = Gateway.ofTheSettings();
				tell(gateway, gateway::nightFailed);
				throw fault;
			}
			return night.run((pipeline) -> night(pipeline, pushing));
		}
	}

	/**
	 * The gateway hears of the night however it ends. While another process holds the
	 * lease, this night has not failed: either that one runs the night, or the night that
	 * does not run is missed by its own alert; and what the database says of the last
	 * night stays true. So it does when the lease is lost to another process, and when
	 * this one is asked to end. Any other fault may be one that left no run behind, or
	 * took the database away, so that only this process knows of it.
	 */
	private long night(Pipeline pipeline, Pushing pushing) throws IOException {
		long run;
		try {
			run = pipeline.nightly(this.inbox.toAbsolutePath().normalize());
		}
		catch (LeaseHeld | LeaseLost | Halted other) {
			tell(pushing.gateway(), pushing::push);
			throw other;
		}
		catch (IOException | RuntimeException fault) {
			tell(pushing.gateway(), () -> {
				pushing.push();
				pushing.gateway().nightFailed();
			});
			throw fault;
		}
		tell(pushing.gateway(), pushing::push);
		return run;
	}

	/** A night is as good as it is, whoever is told. */
	private void tell(Gateway gateway, Telling telling) {
		try {
			telling.tell();
		}
		catch (IOException refused) {
			this.dudao.warn("push.failed", gateway.shown(), refused.getMessage());
		}
	}

	/** What is given to the gateway. */
	private interface Telling {

		void tell() throws IOException;

	}

}
