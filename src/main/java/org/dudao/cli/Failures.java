package org.dudao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.dudao.batch.CatalogChanged;
import org.dudao.batch.Halted;
import org.dudao.batch.RunFailed;
import org.dudao.catalog.CatalogInvalid;
import org.dudao.message.Declined;
import org.dudao.message.Explained;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.submission.ArchiveFault;
import org.dudao.submission.LeaseHeld;
import org.dudao.submission.LeaseLost;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import org.springframework.boot.web.server.PortInUseException;

/**
 * Tells a person what went wrong in a sentence. The stack trace goes to the log, never to
 * the screen.
 */
final class Failures implements IExecutionExceptionHandler {

	private final Supplier<Messages> messages;

	Failures(Supplier<Messages> messages) {
		this.messages = messages;
	}

	@Override
	public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
		Messages texts = this.messages.get();
		for (Throwable at : chain(fault)) {
			if (at instanceof Declined declined) {
				line.getErr().println(texts.text(declined.reason()));
				return Exit.USAGE;
			}
			if (at instanceof CatalogInvalid invalid) {
				invalid.mistakes().forEach((mistake) -> line.getErr().println(CatalogCommand.text(mistake, texts)));
				line.getErr().println(texts.text("catalog.invalid", invalid.mistakes().size()));
				return Exit.USAGE;
			}
		}
		for (Throwable at : chain(fault)) {
			if (at instanceof org.springframework.boot.context.properties.bind.BindException unlike) {
				line.getErr().println(texts.text("setting.unlike", unlike.getName(), root(fault)));
				return Exit.USAGE;
			}
		}
		LoggerFactory.getLogger(Failures.class).error("A command failed", fault);
		line.getErr().println(texts.text(reason(fault)));
		return Exit.FAILED;
	}

	private static Message reason(Exception fault) {
		String root = root(fault);
		return chain(fault).stream()
			.map((at) -> known(at, root))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> Message.of("failed.other", root));
	}

	private static @Nullable Message known(Throwable at, String root) {
		if (at instanceof LeaseHeld held) {
			return held.isUnfinishedRestore() ? Message.of("failed.unfinished-restore")
					: Message.of("failed.lease-held", held.holder());
		}
		if (at instanceof Explained explained) {
			return explained.reason();
		}
		if (at instanceof LeaseLost) {
			return Message.of("failed.lease-lost");
		}
		if (at instanceof Halted) {
			return Message.of("failed.halted");
		}
		if (at instanceof RunFailed failed) {
			return Message.of("failed.run", failed.run(), root);
		}
		if (at instanceof CatalogChanged changed) {
			return Message.of("failed.catalog-changed", changed.directory());
		}
		if (at instanceof PortInUseException port) {
			return Message.of("failed.port-in-use", String.valueOf(port.getPort()));
		}
		if (at instanceof BindException || at instanceof UnknownHostException) {
			return Message.of("failed.address", root);
		}
		if (at instanceof AccessDeniedException denied) {
			return Message.of("failed.denied", denied.getFile());
		}
		if (at instanceof NotDirectoryException file) {
			return Message.of("failed.no-folder", file.getFile());
		}
		if (at instanceof ArchiveFault) {
			return Message.of("failed.archive", root);
		}
		if (at instanceof NoSuchFileException missing) {
			return Message.of("failed.no-file", missing.getFile());
		}
		if (at instanceof SQLException sql) {
			boolean inUse = String.valueOf(sql.getMessage()).contains("already in use");
			return inUse ? Message.of("failed.database-in-use") : Message.of("failed.database", root);
		}
		return (at instanceof IOException || at instanceof UncheckedIOException) ? Message.of("failed.io", root) : null;
	}

	private static List<Throwable> chain(Throwable fault) {
		List<Throwable> chain = new ArrayList<>();
		for (Throwable at = fault; at != null && !chain.contains(at); at = at.getCause()) {
			chain.add(at);
		}
		return chain;
	}

	private static String root(Throwable fault) {
		Throwable at = fault;
		while (at.getCause() != null) {
			at = at.getCause();
		}
		String said = String.valueOf(at.getMessage());
		return at.getClass().getSimpleName() + ": " + said.lines().findFirst().orElse("");
	}

}
