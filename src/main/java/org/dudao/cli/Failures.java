package org.dudao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;

import org.dudao.batch.RunFailed;
import org.dudao.catalog.CatalogInvalid;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.submission.LeaseHeld;
import org.dudao.submission.LeaseLost;
import org.dudao.warehouse.DestructiveChange;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

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
		if (cause(fault, Refusal.class) instanceof Refusal refusal) {
			line.getErr().println(texts.text(refusal.reason()));
			return Exit.USAGE;
		}
		if (cause(fault, CatalogInvalid.class) instanceof CatalogInvalid invalid) {
			invalid.mistakes().forEach((mistake) -> line.getErr().println(CatalogCommand.text(mistake, texts)));
			line.getErr().println(texts.text("catalog.invalid", invalid.mistakes().size()));
			return Exit.USAGE;
		}
		LoggerFactory.getLogger(Failures.class).error("A command failed", fault);
		line.getErr().println(texts.text(reason(fault)));
		return Exit.FAILED;
	}

	private static Message reason(Exception fault) {
		if (cause(fault, LeaseHeld.class) instanceof LeaseHeld held) {
			return Message.of("failed.lease-held", held.holder());
		}
		if (cause(fault, LeaseLost.class) != null) {
			return Message.of("failed.lease-lost");
		}
		if (cause(fault, DestructiveChange.class) instanceof DestructiveChange change) {
			return change.reason();
		}
		if (cause(fault, RunFailed.class) instanceof RunFailed failed) {
			return Message.of("failed.run", failed.run(), root(fault));
		}
		if (cause(fault, NoSuchFileException.class) instanceof NoSuchFileException missing) {
			return Message.of("failed.no-file", missing.getFile());
		}
		if (cause(fault, IOException.class) != null || fault instanceof UncheckedIOException) {
			return Message.of("failed.io", root(fault));
		}
		String database = databaseFault(fault);
		return (database != null) ? Message.of(database, root(fault)) : Message.of("failed.other", root(fault));
	}

	private static @org.jspecify.annotations.Nullable String databaseFault(Throwable fault) {
		for (Throwable at = fault; at != null; at = at.getCause()) {
			if (at instanceof java.sql.SQLException sql) {
				boolean inUse = String.valueOf(sql.getMessage()).contains("already in use");
				return inUse ? "failed.database-in-use" : "failed.database";
			}
		}
		return null;
	}

	private static <T> @org.jspecify.annotations.Nullable T cause(Throwable fault, Class<T> type) {
		for (Throwable at = fault; at != null; at = at.getCause()) {
			if (type.isInstance(at)) {
				return type.cast(at);
			}
		}
		return null;
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
