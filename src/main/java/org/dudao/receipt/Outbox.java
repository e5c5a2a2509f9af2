package org.dudao.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.submission.Submission;

/** Where a sender finds what became of a file: a folder a sender. */
public final class Outbox {

	private static final String NOBODY = "unknown-sender";

	/** File systems take 255 bytes; some are for the number and the endings. */
	private static final int STEM_BYTES = 180;

	private static final Pattern OURS = Pattern.compile("(\\d+)-.*-(?:更正\\.(?:csv|xlsx)|回执\\.(?:html|json))",
			Pattern.DOTALL);

	private final Path folder;

	/** The outbox in that folder, which need not be there yet. */
	public Outbox(Path folder) {
		this.folder = folder;
	}

	/**
	 * Where the rejected rows of a submission lie, if there are any.
	 * @param ending the end of the name, such as {@code .csv}
	 */
	public Path correction(Submission submission, String ending) {
		return file(submission, "-更正" + ending);
	}

	/** The names of the correction files of a submission that lie there. */
	public List<String> corrections(Submission submission) {
		return Stream.of(".csv", ".xlsx")
			.map((ending) -> correction(submission, ending))
			.filter(Files::exists)
			.map((file) -> file.getFileName().toString())
			.toList();
	}

	/**
	 * Where the receipt of a submission lies.
	 * @param ending the end of the name, such as {@code .html}
	 */
	public Path receipt(Submission submission, String ending) {
		return file(submission, "-回执" + ending);
	}

	/**
	 * Removes what was handed out about these submissions when they had another sender or
	 * name, and rows to correct that they no longer have. What others have put there
	 * stays.
	 * @param now as they are now, with their receipts written
	 */
	public void removeOutdated(Collection<Submission> now) throws IOException {
		if (now.isEmpty() || !Files.isDirectory(this.folder)) {
			return;
		}
		Map<String, Set<Path>> current = new HashMap<>();
		now.forEach((submission) -> current.put(String.valueOf(submission.id()), current(submission)));
		List<Path> outdated;
		try (Stream<Path> files = Files.find(this.folder, 2, (file, attributes) -> attributes.isRegularFile())) {
			outdated = files.filter((file) -> {
				Matcher ours = OURS.matcher(file.getFileName().toString());
				return ours.matches() && current.containsKey(ours.group(1))
						&& !current.getOrDefault(ours.group(1), Set.of()).contains(file);
			}).toList();
		}
		catch (UncheckedIOException fault) {
			throw fault.getCause();
		}
		for (Path file : outdated) {
			Files.deleteIfExists(file);
		}
	}

	private Set<Path> current(Submission submission) {
		Stream<Path> receipts = Stream.of(".html", ".json").map((ending) -> receipt(submission, ending));
		Stream<Path> corrections = (submission.ledger().rejected() > 0)
				? Stream.of(".csv", ".xlsx").map((ending) -> correction(submission, ending)) : Stream.of();
		return Stream.concat(receipts, corrections).collect(Collectors.toSet());
	}

	private Path file(Submission submission, String ending) {
		String sender = (submission.sender() != null) ? submission.sender() : NOBODY;
		return this.folder.resolve(sender).resolve(submission.id() + "-" + stem(submission.fileName()) + ending);
	}

	private static String stem(String name) {
		int dot = name.lastIndexOf('.');
		String stem = (dot > 0) ? name.substring(0, dot) : name;
		while (stem.getBytes(StandardCharsets.UTF_8).length > STEM_BYTES) {
			stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
		}
		return stem;
	}

	/** Writes a file whole: who reads it sees the one before or the new one. */
	static void write(Path file, String text) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		// A temporary file of the system would be readable by its owner alone.
		Path half = folder.resolve("." + UUID.randomUUID() + ".tmp");
		try {
			Files.writeString(half, text);
			Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(half);
		}
	}

}
