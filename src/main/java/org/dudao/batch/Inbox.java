package org.dudao.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.dudao.message.Message;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.submission.Submission.Hints;

/**
 * The folder into which the counties put their files, one folder a sender, named by the
 * sender's code, with or without its name behind it: {@code 420602} or
 * {@code 420602-襄城区}. It is only read. What cannot be taken in is planned with the
 * reason, so that nobody looks for it in vain.
 */
final class Inbox {

	private static final Set<String> ENDINGS = Set.of("csv", "txt", "tsv", "xlsx");

	private static final String SEPARATORS = "-_ ";

	private final Path root;

	private final Regions regions;

	private final int year;

	/**
	 * The inbox in that folder, to which a link may lead.
	 * @throws IOException when it is not there, or is no folder
	 */
	Inbox(Path root, Regions regions, LocalDate today) throws IOException {
		this.root = root.toRealPath();
		if (!Files.isDirectory(this.root)) {
			throw new NotDirectoryException(this.root.toString());
		}
		this.regions = regions;
		this.year = today.getYear();
	}

	/**
	 * The files in it, by path.
	 * @throws IOException when the inbox itself cannot be read: that nothing has come
	 * would be a lie
	 */
	List<PlannedFile> files() throws IOException {
		List<PlannedFile> files = new ArrayList<>();
		Files.walkFileTree(this.root, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
				boolean hidden = !directory.equals(Inbox.this.root) && isHidden(directory);
				return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (!isHidden(file)) {
					files.add(plan(file, attributes));
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException unreadable) throws IOException {
				if (file.equals(Inbox.this.root)) {
					throw unreadable;
				}
				files.add(left(file, Message.of("inbox.unreadable", unreadable.getMessage())));
				return FileVisitResult.CONTINUE;
			}

		});
		files.sort(Comparator.comparing((file) -> file.path().toString()));
		return files;
	}

	private static boolean isHidden(Path path) {
		String name = path.getFileName().toString();
		return name.startsWith(".") || name.startsWith("~$");
	}

	private PlannedFile plan(Path file, BasicFileAttributes attributes) {
		if (attributes.isSymbolicLink()) {
			return left(file, Message.of("inbox.link"));
		}
		if (!attributes.isRegularFile() || !Files.isReadable(file)) {
			return left(file, Message.of("inbox.unreadable", file));
		}
		if (!isTable(file) && !OwnText.isOne(file)) {
			return left(file, Message.of("inbox.not-csv", String.join(", ", ENDINGS.stream().sorted().toList())));
		}
		Path relative = this.root.relativize(file);
		if (relative.getNameCount() < 2) {
			return left(file, Message.of("inbox.no-sender"));
		}
		String folder = relative.getName(0).toString();
		return sender(folder).map((sender) -> new PlannedFile(file, sender.code(), Hints.NONE, null))
			.orElseGet(() -> left(file, Message.of("inbox.unknown-sender", folder)));
	}

	/** A code may have the separator in it, so the longest that is one counts. */
	private Optional<Region> sender(String folder) {
		Optional<Region> sender = this.regions.byCode(folder, this.year);
		for (int end = folder.length() - 1; end > 0 && sender.isEmpty(); end--) {
			if (SEPARATORS.indexOf(folder.charAt(end)) >= 0) {
				sender = this.regions.byCode(folder.substring(0, end), this.year);
			}
		}
		return sender;
	}

	private static boolean isTable(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
	}

	private static PlannedFile left(Path file, Message why) {
		return new PlannedFile(file, null, Hints.NONE, why);
	}

}
