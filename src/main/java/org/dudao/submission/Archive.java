package org.dudao.submission;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps every file ever received under the SHA-256 of its bytes. What is in it is never
 * changed or removed, so a verdict can always be traced to the very bytes.
 */
public final class Archive {

	private static final int BUFFER = 1 << 16;

	private static final String HALF_COPY = "incoming-";

	private static final Predicate<String> FOLDER = Pattern.compile("[0-9a-f]{2}").asMatchPredicate();

	private static final Predicate<String> KEPT = Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

	private final Path directory;

	/** What is kept for the time of a trial. */
	private final Set<String> tried = ConcurrentHashMap.newKeySet();

	private volatile boolean trying;

	/** An archive in that directory, which is made when the first file comes. */
	public Archive(Path directory) {
		this.directory = directory;
	}

	/** Where the bytes with that hash are. */
	public Path path(String sha256) {
		return this.tried.contains(sha256) ? this.directory.resolve(HALF_COPY + sha256)
				: this.directory.resolve(sha256.substring(0, 2)).resolve(sha256);
	}

	/** Whether the bytes with that hash are kept. */
	public boolean holds(String sha256) {
		return Files.exists(path(sha256));
	}

	/** Gives the hash of everything that is kept, in their order. */
	public void forEach(Consumer<String> reader) {
		for (Path folder : inside(this.directory, FOLDER)) {
			inside(folder, KEPT).forEach((file) -> reader.accept(file.getFileName().toString()));
		}
	}

	private static List<Path> inside(Path folder, Predicate<String> named) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter((path) -> named.test(path.getFileName().toString())).sorted().toList();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/**
	 * Removes the copies that a process which died has left half made. Only while nobody
	 * else puts files into the archive.
	 */
	public void removeHalfCopies() throws IOException {
		if (Files.isDirectory(this.directory)) {
			try (DirectoryStream<Path> halves = Files.newDirectoryStream(this.directory, HALF_COPY + "*")) {
				for (Path half : halves) {
					Files.deleteIfExists(half);
				}
			}
		}
	}

	/**
	 * An empty file beside those that are kept, for bytes that are made here and then
	 * {@link #keep kept}. Whoever asks for it removes it.
	 */
	public Path draft() throws IOException {
		Files.createDirectories(this.directory);
		return Files.createTempFile(this.directory, HALF_COPY, ".tmp");
	}

	/**
	 * The hash of a file's bytes.
	 * @throws FileStillGrowing when its length or time changed while it was read
	 */
	public static String hash(Path file) throws IOException {
		return copy(file, OutputStream.nullOutputStream());
	}

	/**
	 * Copies a file into the archive, unless it is there already.
	 * @return the hash under which it is kept
	 * @throws FileStillGrowing when it changed while it was read; nothing is kept then
	 * @throws ArchiveFault when the archive cannot take it in; nothing is kept then
	 */
	public String keep(Path file) throws IOException {
		Path copy = ArchiveFault.of(this::draft);
		try {
			String sha256;
			try (OutputStream out = new ArchiveFault.Stream(ArchiveFault.of(() -> Files.newOutputStream(copy)))) {
				sha256 = copy(file, out);
			}
			if (!holds(sha256)) {
				ArchiveFault.of(() -> put(copy, sha256));
			}
			return sha256;
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	private Path put(Path copy, String sha256) throws IOException {
		if (this.trying) {
			this.tried.add(sha256);
		}
		Path place = path(sha256);
		Files.createDirectories(place.getParent());
		force(copy, StandardOpenOption.WRITE);
		try {
			Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileAlreadyExistsException kept) {
			return place;
		}
		// Windows opens no folder.
		if (File.separatorChar == '/') {
			force(place.getParent(), StandardOpenOption.READ);
		}
		return place;
	}

	/** What the database says is here must be here after a power cut, too, and whole. */
	private static void force(Path path, OpenOption how) throws IOException {
		try (FileChannel channel = FileChannel.open(path, how)) {
			channel.force(true);
		}
	}

	/**
	 * Begins a trial: what is put in until it is closed goes again then, or, should the
	 * process die, with the {@link #removeHalfCopies half copies}.
	 */
	public Trial trial() {
		this.trying = true;
		return new Trial();
	}

	/**
	 * Keeps bytes, unless they are there already.
	 * @return the hash under which they are kept
	 */
	public String keep(byte[] bytes) throws IOException {
		String sha256 = HexFormat.of().formatHex(sha256().digest(bytes));
		if (!holds(sha256)) {
			Path copy = draft();
			Files.write(copy, bytes);
			put(copy, sha256);
		}
		return sha256;
	}

	private static String copy(Path file, OutputStream out) throws IOException {
		BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
		MessageDigest digest = sha256();
		long length = 0;
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			byte[] buffer = new byte[BUFFER];
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				out.write(buffer, 0, n);
				length += n;
			}
		}
		BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
		if (length != before.size() || length != after.size()
				|| !before.lastModifiedTime().equals(after.lastModifiedTime())) {
			throw new FileStillGrowing(file);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** A hash to be filled, of the kind by which texts and files are told apart. */
	public static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java has SHA-256", impossible);
		}
	}

	/** A time after which nothing is left in the archive of what came in it. */
	public final class Trial implements AutoCloseable {

		@Override
		public void close() throws IOException {
			Archive.this.trying = false;
			for (String sha256 : Set.copyOf(Archive.this.tried)) {
				Files.deleteIfExists(path(sha256));
				Archive.this.tried.remove(sha256);
			}
		}

	}

}
