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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.dudao.submission.Archive;
import org.dudao.upkeep.Contents.Filled;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is read. */
final class BackupFile implements AutoCloseable {

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

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
			throw new Refused("restore.no-file", path);
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
			Contents contents = JsonMapper.shared().readValue(in, Contents.class);
			if (contents == null || contents.schema() == null || contents.tables() == null) {
				throw new Refused("restore.damaged", path, BackupWriter.CONTENTS);
			}
			if (contents.format() != Contents.FORMAT) {
				throw new Refused("restore.format", path, Contents.FORMAT, contents.format(), contents.program());
			}
			return contents;
		}
		catch (JacksonException | ZipException unreadable) {
			throw new Refused("restore.damaged", path, BackupWriter.CONTENTS);
		}
	}

	Contents contents() {
		return this.contents;
	}

	/**
	 * Looks at every row and every file.
	 * @throws Refused when one is not as it was
	 */
	void verify() throws IOException {
		for (Filled table : this.contents.tables()) {
			Sum sum = new Sum();
			lines(table.name(), (line) -> sum.add(line.getBytes(StandardCharsets.UTF_8)));
			if (sum.rows() != table.rows() || !sum.text().equals(table.sum())) {
				throw new Refused("restore.damaged", this.path, table.name());
			}
		}
		List<String> files = files();
		if (files.size() != this.contents.files()) {
			throw new Refused("restore.damaged", this.path, BackupWriter.FILES);
		}
		for (String sha256 : files) {
			copy(sha256, OutputStream.nullOutputStream());
		}
	}

	/** The rows of a table, line by line. */
	void lines(String table, Consumer<String> reader) throws IOException {
		ZipEntry entry = entry(BackupWriter.TABLES + table + BackupWriter.LINES);
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.zip.getInputStream(entry), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				reader.accept(line);
			}
		}
		catch (ZipException | EOFException broken) {
			throw new Refused("restore.damaged", this.path, table);
		}
	}

	/** The names of the archived files. */
	List<String> files() {
		return Collections.list(this.zip.entries())
			.stream()
			.map(ZipEntry::getName)
			.filter((name) -> name.startsWith(BackupWriter.FILES))
			.map((name) -> name.substring(BackupWriter.FILES.length()))
			.filter((name) -> SHA256.matcher(name).matches())
			.toList();
	}

	/**
	 * Copies an archived file.
	 * @throws Refused when it is not what its name says, and was so when the backup was
	 * made
	 */
	void copy(String sha256, OutputStream to) throws IOException {
		MessageDigest digest = Archive.sha256();
		try (InputStream in = new DigestInputStream(this.zip.getInputStream(entry(BackupWriter.FILES + sha256)),
				digest)) {
			in.transferTo(to);
		}
		catch (ZipException | EOFException broken) {
			throw new Refused("restore.damaged", this.path, sha256);
		}
		if (!HexFormat.of().formatHex(digest.digest()).equals(sha256) && !this.contents.unlike().contains(sha256)) {
			throw new Refused("restore.damaged", this.path, sha256);
		}
	}

	private ZipEntry entry(String name) {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw new Refused("restore.damaged", this.path, name);
		}
		return entry;
	}

	Path path() {
		return this.path;
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
