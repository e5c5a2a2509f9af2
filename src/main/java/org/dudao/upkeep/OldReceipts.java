package org.dudao.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Receipts that were last written before the moment; each can be written anew. */
record OldReceipts(Path outbox) implements Removable<Path> {

	private static final Pattern RECEIPT = Pattern.compile("[0-9]+-.*-回执\\.(html|json)");

	@Override
	public String name() {
		return "RECEIPTS";
	}

	@Override
	public List<Path> before(Instant moment) {
		if (!Files.isDirectory(this.outbox)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(this.outbox, 2)) {
			return files.filter((file) -> RECEIPT.matcher(file.getFileName().toString()).matches())
				.filter((file) -> written(file).isBefore(moment))
				.sorted()
				.toList();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static Instant written(Path file) {
		try {
			return Files.getLastModifiedTime(file).toInstant();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	@Override
	public long amount(List<Path> receipts) {
		return receipts.size();
	}

	@Override
	public void remove(List<Path> receipts, Instant now) {
		for (Path receipt : receipts) {
			try {
				Files.deleteIfExists(receipt);
			}
			catch (IOException fault) {
				throw new UncheckedIOException(fault);
			}
		}
	}

}
