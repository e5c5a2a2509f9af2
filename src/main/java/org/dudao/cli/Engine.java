package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.StatusManager;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.message.Message;
import org.dudao.region.Regions;
import org.dudao.submission.Lease;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a command works with, each part begun when it is first asked for: a command that
 * needs no database does not wait for one.
 */
final class Engine implements AutoCloseable {

	private final Class<?> application;

	private final Options options;

	private final List<String> settings;

	private final String log;

	private final Consumer<Message> warnings;

	private @Nullable Catalog catalog;

	private @Nullable Regions regions;

	private @Nullable ConfigurableApplicationContext context;

	/**
	 * Of a command.
	 * @param log the file of the log, seen from the home; empty for none
	 * @param warnings what is said beside the work itself
	 */
	Engine(Class<?> application, Options options, List<String> settings, String log, Consumer<Message> warnings) {
		this.application = application;
		this.options = options;
		this.settings = settings;
		this.log = log;
		this.warnings = warnings;
	}

	/** The class that Spring starts from. */
	Class<?> application() {
		return this.application;
	}

	/**
	 * The folder of the program's own things. It is absolute, since the embedded database
	 * takes no path that is relative to wherever one happens to be.
	 */
	Path home() {
		return this.options.home(System.getenv()).toAbsolutePath().normalize();
	}

	/** The catalogue, read and checked. */
	Catalog catalog() {
		Catalog read = this.catalog;
		if (read == null) {
			read = CatalogReader.read(this.options.jobs(System.getenv()));
			this.catalog = read;
		}
		return read;
	}

	/** The regions that the catalogue names. */
	Regions regions() {
		Regions read = this.regions;
		if (read == null) {
			read = Regions.read(catalog().regions());
			this.regions = read;
		}
		return read;
	}

	/** The part of that type, with the database behind it. */
	<T> T part(Class<T> type) {
		return context().getBean(type);
	}

	/**
	 * All its parts, with the database behind them. What was restored by half would
	 * answer as if it were all.
	 * @throws org.dudao.submission.LeaseHeld when restoring was not finished there
	 */
	ConfigurableApplicationContext context() {
		ConfigurableApplicationContext started = this.context;
		if (started == null) {
			started = start();
			this.context = started;
			started.getBean(Lease.class).requireWhole();
		}
		return started;
	}

	private ConfigurableApplicationContext start() {
		String home = "--dudao.home=" + home();
		List<String> arguments = new ArrayList<>(this.settings);
		arguments.addAll(List.of(home, "--dudao.language=" + this.options.locale().toLanguageTag()));
		arguments.add("--logging.file.name=" + logFile());
		Catalog catalog = catalog();
		Regions regions = regions();
		ConfigurableApplicationContext started = new SpringApplicationBuilder(this.application)
			.initializers((empty) -> {
				empty.getBeanFactory().registerSingleton("catalog", catalog);
				empty.getBeanFactory().registerSingleton("regions", regions);
			})
			.run(arguments.toArray(String[]::new));
		keepToTheLog();
		return started;
	}

	/** The file of the log; empty when there is to be none, or none can be written. */
	private String logFile() {
		if (this.log.isBlank()) {
			return "";
		}
		Path file = home().resolve(this.log.strip());
		if (isWritable(file)) {
			return file.toString();
		}
		// The log would tell of that on the screen, with all its stack.
		this.warnings.accept(Message.of("log.unwritable", file.getParent()));
		return "";
	}

	private static boolean isWritable(Path file) {
		Path folder = Objects.requireNonNull(file.getParent());
		try {
			Files.createDirectories(folder);
			return Files.isWritable(folder) && (Files.notExists(file) || Files.isWritable(file));
		}
		catch (IOException denied) {
			return false;
		}
	}

	/** A log that cannot be written, on a full disk, must not run over the screen. */
	static void keepToTheLog() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
			StatusManager manager = logging.getStatusManager();
			manager.getCopyOfStatusListenerList().forEach(manager::remove);
		}
	}

	@Override
	public void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

}
