package org.dudao.upkeep;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.dudao.submission.Archive;
import org.dudao.upkeep.Contents.Filled;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is read. */
final class BackupFile implements AutoCloseable {

	/** In bytes; it tells of some hundred tables. */
	private static final int LONGEST_CONTENTS = 64 << 20;

	private final Path path;

	private final ZipFile zip;

	private final Contents contents;

	private BackupFile(Path path, ZipFile zip, Contents contents) {
		this.path = path;
		this.zip = zip;
		this.contents = contents;
	}

	/**
	 * Opens a backup.
	 * @throws Refused when it is none, is not whole, or is of a form that this program
	 * does not know
	 */
	static BackupFile open(Path path) throws IOException {
		if (!Files.isRegularFile(path)) {
			throw new Refused("restore.no-file", path.toAbsolutePath());
		}
		ZipFile zip;
		try {
			zip = new ZipFile(path.toFile());
		}
		catch (ZipException broken) {
			throw new Refused("restore.no-backup", path);
		}
		try {
			return new BackupFile(path, zip, contents(path, zip));
		}
		catch (IOException | RuntimeException fault) {
			zip.close();
			throw fault;
		}
	}

	private static Contents contents(Path path, ZipFile zip) throws IOException {
		ZipEntry entry = zip.getEntry(BackupWriter.CONTENTS);
		if (entry == null) {
			throw new Refused("restore.no-backup", path);
		}
		try (InputStream in = zip.getInputStream(entry)) {
			byte[] bytes = in.readNBytes(LONGEST_CONTENTS + 1);
			if (bytes.length > LONGEST_CONTENTS) {
				throw new Refused("restore.damaged", path, BackupWriter.CONTENTS);
			}
			Contents contents = JsonMapper.shared().readValue(bytes, Contents.class);
			if (contents != null && (contents.format() < 1 || contents.format() > Contents.FORMAT)) {
				throw new Refused("restore.format", path, Contents.FORMAT, contents.format(), contents.program());
			}
			if (contents == null || !isSealed(zip, contents, bytes) || !Description.isCredible(contents)) {
				throw new Refused("restore.damaged", path, BackupWriter.CONTENTS);
			}
			return contents;
		}
		catch (JacksonException | ZipException | EOFException unreadable) {
			throw new Refused("restore.damaged", path, BackupWriter.CONTENTS);
		}
	}

	private static boolean isSealed(ZipFile zip, Contents contents, byte[] bytes) throws IOException {
		ZipEntry seal = zip.getEntry(BackupWriter.SEAL);
		if (seal == null || contents.format() < Contents.SEALED) {
			return seal == null && contents.format() < Contents.SEALED;
		}
		byte[] expected = BackupWriter.seal(bytes);
		try (InputStream in = zip.getInputStream(seal)) {
			return Arrays.equals(in.readNBytes(expected.length + 1), expected);
		}
	}

	Contents contents() {
		return this.contents;
	}

	/**
	 * Looks at every row and every file, and whether there is anything else.
	 * @throws Refused when one is not as it was
	 */
	void verify() throws IOException {
		verifyNames();
		for (Filled table : this.contents.tables()) {
			verify(table);
		}
		Sum sum = new Sum();
		long bytes = 0;
		for (String sha256 : files()) {
			sum.addFile(sha256, copy(sha256, OutputStream.nullOutputStream()));
			bytes += entry(BackupWriter.FILES + sha256).getSize();
		}
		boolean same = this.contents.filesSum() == null || sum.text().equals(this.contents.filesSum());
		if (!same || sum.rows() != this.contents.files() || bytes != this.contents.bytes()) {
			throw damaged(BackupWriter.FILES);
		}
	}

	/** The digest was computed by a catalogue of that very archive. */
	private void verifyNames() {
		Set<String> expected = new HashSet<>(Set.of(BackupWriter.CONTENTS));
		if (this.contents.format() >= Contents.SEALED) {
			expected.add(BackupWriter.SEAL);
		}
		this.contents.tables().forEach((table) -> expected.add(name(table)));
		files().forEach((sha256) -> expected.add(BackupWriter.FILES + sha256));
		if (this.contents.catalog() != null) {
			expected.add(BackupWriter.FILES + this.contents.catalog());
		}
		for (ZipEntry entry : Collections.list(this.zip.entries())) {
			if (!expected.remove(entry.getName())) {
				throw damaged(entry.getName());
			}
		}
		if (!expected.isEmpty()) {
			throw damaged(new TreeSet<>(expected).first());
		}
	}

	private void verify(Filled table) throws IOException {
		List<Kind> kinds = Kept.kinds(table.columns());
		Sum sum = new Sum();
		try {
			lines(table.name(), (line) -> {
				sum.add(line.getBytes(StandardCharsets.UTF_8));
				Kept.values(line, kinds);
			});
		}
		catch (JacksonException | IllegalArgumentException | DateTimeException noRow) {
			throw damaged(table.name());
		}
		if (sum.rows() != table.rows() || !sum.text().equals(table.sum())) {
			throw damaged(table.name());
		}
	}

	private static String name(Filled table) {
		return BackupWriter.TABLES + table.name() + BackupWriter.LINES;
	}

	/** The rows of a table, line by line. */
	void lines(String table, Consumer<String> reader) throws IOException {
		ZipEntry entry = entry(BackupWriter.TABLES + table + BackupWriter.LINES);
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new LineLimit(this.zip.getInputStream(entry)), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				reader.accept(line);
			}
		}
		catch (ZipException | EOFException broken) {
			throw damaged(table);
		}
	}

	/** The names of the archived files. */
	List<String> files() {
		return Collections.list(this.zip.entries())
			.stream()
			.map(ZipEntry::getName)
			.filter((name) -> name.startsWith(BackupWriter.FILES))
			.map((name) -> name.substring(BackupWriter.FILES.length()))
			.filter(Description::isHash)
			.toList();
	}

	/**
	 * Copies an archived file.
	 * @return the hash of its bytes
	 * @throws Refused when it is not what its name says, and was so when the backup was
	 * made
	 */
	String copy(String sha256, OutputStream to) throws IOException {
		MessageDigest digest = Archive.sha256();
		try (InputStream in = new DigestInputStream(this.zip.getInputStream(entry(BackupWriter.FILES + sha256)),
				digest)) {
			in.transferTo(to);
		}
		catch (ZipException | EOFException broken) {
			throw damaged(sha256);
		}
		String found = HexFormat.of().formatHex(digest.digest());
		if (!found.equals(sha256) && !this.contents.unlike().contains(sha256)) {
			throw damaged(sha256);
		}
		return found;
	}

	private Refused damaged(String at) {
		return new Refused("restore.damaged", this.path, at);
	}

	private ZipEntry entry(String name) {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw damaged(name);
		}
		return entry;
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
