package org.dudao.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a catalogue as one run of bytes, by name: each name and each content with
 * its length before it. The SHA-256 of these bytes is the catalogue's version, so that an
 * archive that keeps files by their hash keeps it under its version.
 */
public final class CatalogBundle {

	private static final String UP = "..";

	private final SortedMap<String, byte[]> files;

	private CatalogBundle(SortedMap<String, byte[]> files) {
		this.files = files;
	}

	static CatalogBundle of(Path directory, Collection<Path> files) {
		SortedMap<String, byte[]> sorted = new TreeMap<>();
		files.forEach((file) -> sorted.put(directory.relativize(file).toString().replace('\\', '/'), read(file)));
		return new CatalogBundle(sorted);
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads what {@link #bytes} gave.
	 * @throws IOException when it is nothing of the kind
	 */
	public static CatalogBundle of(byte[] bytes) throws IOException {
		SortedMap<String, byte[]> files = new TreeMap<>();
		ByteBuffer rest = ByteBuffer.wrap(bytes);
		try {
			while (rest.hasRemaining()) {
				files.put(new String(next(rest), StandardCharsets.UTF_8), next(rest));
			}
		}
		catch (BufferUnderflowException | IllegalArgumentException broken) {
			throw new IOException("these bytes are no catalogue", broken);
		}
		return new CatalogBundle(files);
	}

	private static byte[] next(ByteBuffer rest) {
		long length = rest.getLong();
		if (length < 0 || length > rest.remaining()) {
			throw new IllegalArgumentException(
					"a file of " + length + " bytes, of which " + rest.remaining() + " are there");
		}
		byte[] bytes = new byte[(int) length];
		rest.get(bytes);
		return bytes;
	}

	/** The names of the files, relative to the catalogue's directory. */
	public Set<String> names() {
		return this.files.keySet();
	}

	/** The version of the catalogue that these files are. */
	public String version() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** All of it; the lengths make that no two lists of files give the same bytes. */
	public byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.files.forEach((name, content) -> {
			write(bytes, name.getBytes(StandardCharsets.UTF_8));
			write(bytes, content);
		});
		return bytes.toByteArray();
	}

	private static void write(ByteArrayOutputStream into, byte[] bytes) {
		into.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
		into.writeBytes(bytes);
	}

	/**
	 * Writes the files into a directory. A catalogue may have named a file beside its
	 * directory, such as {@code ../regions.csv}: then the catalogue comes to lie as much
	 * deeper in it, so that nothing is written elsewhere.
	 * @return the directory of the catalogue, from which {@link CatalogReader} reads the
	 * same version again
	 */
	public Path write(Path into) throws IOException {
		Path root = into.toAbsolutePath().normalize();
		Path directory = root;
		for (int i = depth(); i > 0; i--) {
			directory = directory.resolve("jobs");
		}
		for (Map.Entry<String, byte[]> file : this.files.entrySet()) {
			Path place = directory.resolve(file.getKey()).normalize();
			if (!place.startsWith(root)) {
				throw new IOException("the file " + file.getKey() + " lies nowhere in a catalogue");
			}
			Files.createDirectories(place.getParent());
			Files.write(place, file.getValue());
		}
		return directory;
	}

	/** How many directories above its own the catalogue names. */
	private int depth() {
		int deepest = 0;
		for (String name : this.files.keySet()) {
			int depth = 0;
			for (Path step : Path.of(name)) {
				depth += step.toString().equals(UP) ? 1 : 0;
			}
			deepest = Math.max(deepest, depth);
		}
		return deepest;
	}

}
