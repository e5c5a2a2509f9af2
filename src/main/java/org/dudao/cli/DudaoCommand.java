package org.dudao.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.upkeep.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dudao}: the commands and what they share. */
@Command(name = "dudao", mixinStandardHelpOptions = true, versionProvider = Version.class,
		subcommands = { NightlyCommand.class, ImportCommand.class, CheckCommand.class, RerunCommand.class,
				StatusCommand.class, SubmissionCommand.class, RejectsCommand.class, ReceiptCommand.class,
				WithdrawCommand.class, FindingsCommand.class, ExplainCommand.class, FindingCommand.class,
				WaiveCommand.class, RectifyCommand.class, VerifyCommand.class, CloseCommand.class, ReopenCommand.class,
				IndicatorsCommand.class, ScorecardCommand.class, CatalogCommand.class, SchemaCommand.class,
				DigestCommand.class, ServeCommand.class, ReplayCommand.class, ReportCommand.class, BackupCommand.class,
				RestoreCommand.class, PurgeCommand.class, DoctorCommand.class })
public final class DudaoCommand implements Runnable {

	@Mixin
	private final Options options = new Options();

	@Spec
	private CommandSpec spec;

	private final Class<?> application;

	private DudaoCommand(Class<?> application) {
		this.application = application;
	}

	/**
	 * Runs one command.
	 * @param application the class that Spring starts from when a database is needed
	 * @return the exit code: 0 done, 1 wrong usage, 2 done but some files are held or
	 * rejected, 3 failed on our side
	 */
	public static int run(Class<?> application, String... args) {
		// Until Spring sets the log up, it would be the screen.
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
			logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
		}
		PrintWriter out = new PrintWriter(System.out, true, charset("stdout.encoding"));
		PrintWriter err = new PrintWriter(System.err, true, charset("stderr.encoding"));
		return line(application, out, err, locale(args)).execute(args);
	}

	/** The launcher says what the terminal reads; UTF-8 where nobody does. */
	private static Charset charset(String property) {
		return Charset.forName(System.getProperty(property, StandardCharsets.UTF_8.name()));
	}

	/** The command line with those outputs. */
	static CommandLine line(Class<?> application, PrintWriter out, PrintWriter err, Locale locale) {
		DudaoCommand command = new DudaoCommand(application);
		CommandLine line = new CommandLine(command).setOut(out).setErr(err);
		line.setResourceBundle(Messages.bundle(locale));
		line.setCaseInsensitiveEnumValuesAllowed(true);
		settle(line);
		line.setExecutionExceptionHandler(new Failures(command::messages));
		return line;
	}

	/** Exit codes are not handed down by themselves. */
	private static void settle(CommandLine line) {
		line.getCommandSpec().exitCodeOnInvalidInput(Exit.USAGE).exitCodeOnExecutionException(Exit.FAILED);
		for (CommandLine below : line.getSubcommands().values()) {
			settle(below);
		}
	}

	/**
	 * Help is shown while the options are being read, so its language is looked for
	 * first.
	 */
	private static Locale locale(String... args) {
		for (int i = 0; i < args.length; i++) {
			if (args[i].startsWith("--lang=")) {
				return Locale.forLanguageTag(args[i].substring("--lang=".length()));
			}
			if (args[i].equals("--lang") && i + 1 < args.length) {
				return Locale.forLanguageTag(args[i + 1]);
			}
		}
		return Locale.getDefault();
	}

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

	Messages messages() {
		return new Messages(this.options.locale());
	}

	/** The format that is asked for. */
	Format format() {
		return this.options.format();
	}

	/** Where a command of this command line shows what it found. */
	Screen screen() {
		Format format = this.options.format();
		if (format == Format.html || format == Format.docx) {
			throw new Refusal("given.format", format);
		}
		return screen(format);
	}

	/** Where a command shows what it found, in that format. */
	Screen screen(Format format) {
		return new Screen(this.spec.commandLine().getOut(), messages(), format);
	}

	/** Says what went wrong beside the work itself. */
	void warn(String code, Object... args) {
		warn(Message.of(code, args));
	}

	private void warn(Message said) {
		this.spec.commandLine().getErr().println(messages().text(said));
	}

	/** The home of this command line and its database, as they are. */
	Site site() {
		Site site = Site.open(this.options.home(System.getenv()));
		Engine.keepToTheLog();
		return site;
	}

	/** What a command of this command line works with. */
	Engine engine() {
		return engine(List.of(), "logs/dudao.log");
	}

	/**
	 * The same with other settings, each as {@code --name=value}.
	 * @param log the file of the log, seen from the home; empty for none
	 */
	Engine engine(List<String> settings, String log) {
		return new Engine(this.application, this.options, settings, log, this::warn);
	}

}
