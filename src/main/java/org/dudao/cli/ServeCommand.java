package org.dudao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

import org.dudao.submission.Holder;
import org.dudao.submission.Runs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import org.springframework.context.event.ContextClosedEvent;

/**
 * {@code dudao serve}: stays up until the system ends it, runs the nights of the
 * schedules, and answers on one port whether it is well and what it measures. Its log
 * goes to the screen, readable on a terminal, else as JSON, and to a file of its own
 * unless there is to be none. Each line of JSON names the instance that wrote it.
 */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

	/** From 0, which means any that is free, to 65535. */
	private static final Pattern PORT = Pattern
		.compile("0*(\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])");

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--inbox", descriptionKey = "help.serve.inbox", paramLabel = "DIR", defaultValue = "inbox")
	private Path inbox;

	@Option(names = "--port", descriptionKey = "help.serve.port", paramLabel = "PORT")
	private @Nullable String port;

	@Option(names = "--address", descriptionKey = "help.serve.address", paramLabel = "ADDRESS")
	private @Nullable String address;

	@Override
	public Integer call() throws InterruptedException {
		check(askedPort());
		List<String> settings = new ArrayList<>(List.of("--spring.profiles.active=serve",
				"--dudao.schedule.inbox=" + this.inbox.toAbsolutePath().normalize()));
		String instance = instance();
		settings.addAll(
				List.of("--dudao.instance=" + instance, "--logging.structured.ecs.service.version=" + Runs.program()));
		if (!Boolean.getBoolean("dudao.terminal")) {
			settings.add("--logging.structured.format.console=ecs");
		}
		if (this.port != null) {
			settings.add("--server.port=" + this.port.strip());
		}
		if (this.address != null) {
			settings.add("--server.address=" + this.address);
		}
		try (Engine engine = this.dudao.engine(settings, log(instance))) {
			CountDownLatch closed = new CountDownLatch(1);
			engine.context().addApplicationListener((ContextClosedEvent event) -> closed.countDown());
			closed.await();
		}
		return Exit.DONE;
	}

	/**
	 * By default the name that the lease has for this host, so that what the log says of
	 * a holder is found again; and the port, since a host may have several.
	 */
	private String instance() {
		String variable = System.getenv("DUDAO_INSTANCE");
		if (variable != null && !variable.isBlank()) {
			return variable.strip();
		}
		String own = askedPort();
		return Holder.here().host() + ((own != null && !own.isBlank()) ? ":" + own.strip() : "");
	}

	/**
	 * Instances share a home, but two that roll one file over lose lines of each other.
	 */
	private static String log(String instance) {
		return Objects.requireNonNullElseGet(System.getenv("DUDAO_SERVE_LOG"),
				() -> "logs/serve-" + instance.replaceAll("[^\\p{L}\\p{N}._-]", "-") + ".log");
	}

	/** The port as a person set it, if at all. */
	private @Nullable String askedPort() {
		return (this.port != null) ? this.port : System.getenv("DUDAO_PORT");
	}

	/** What is no port shows late, and the system does not say where it was set. */
	private static void check(@Nullable String port) {
		if (port != null && !port.isBlank() && !PORT.matcher(port.strip()).matches()) {
			throw new Refusal("serve.port", port);
		}
	}

}
