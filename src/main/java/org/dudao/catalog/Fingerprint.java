package org.dudao.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One hash of files with their names, which tells one state of a catalogue from another.
 */
final class Fingerprint {

	private Fingerprint() {
	}

	static String of(Path directory, Collection<Path> files) {
		Map<String, Path> sorted = new TreeMap<>();
		files.forEach((file) -> sorted.put(directory.relativize(file).toString().replace('\\', '/'), file));
		MessageDigest digest = sha256();
		sorted.forEach((name, file) -> {
			update(digest, name.getBytes(StandardCharsets.UTF_8));
			update(digest, bytes(file));
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The length goes first, so that no two lists of files give the same bytes. */
	private static void update(MessageDigest digest, byte[] bytes) {
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
		digest.update(bytes);
	}

	private static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
