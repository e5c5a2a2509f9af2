package org.dudao.upkeep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dudao.submission.Archive;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the file of a backup from its beginning to its end: a ZIP with the rows of each
 * table, the archived files, and at last what all of it is.
 */
final class BackupWriter implements AutoCloseable {

	static final String CONTENTS = "backup.json";

	/** The hash of the entry before, as {@code sha256sum --check} reads it. */
	static final String SEAL = "backup.sha256";

	static final String TABLES = "tables/";

	static final String LINES = ".jsonl";

	static final String FILES = "archive/";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final int BUFFER = 1 << 16;

	/** All entries carry it, so that the same rows make the same file. */
	private static final long TIME = 0;

	private final ZipOutputStream zip;

	BackupWriter(OutputStream out) {
		this.zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
		this.zip.setLevel(Deflater.BEST_SPEED);
	}

	/** Writes the rows that are given to the consumer, each a line. */
	void table(String name, Consumer<Consumer<byte[]>> rows) {
		try {
			begin(TABLES + name + LINES);
			rows.accept((row) -> {
				try {
					this.zip.write(row);
					this.zip.write('\n');
				}
				catch (IOException fault) {
					throw new UncheckedIOException(fault);
				}
			});
			this.zip.closeEntry();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** Writes an archived file and gives its length. */
	long file(String sha256, InputStream bytes) throws IOException {
		begin(FILES + sha256);
		long length = bytes.transferTo(this.zip);
		this.zip.closeEntry();
		return length;
	}

	void contents(Contents contents) throws IOException {
		byte[] bytes = JSON.writeValueAsBytes(contents);
		entry(CONTENTS, bytes);
		entry(SEAL, seal(bytes));
	}

	/** What seals a description. */
	static byte[] seal(byte[] contents) {
		String hash = HexFormat.of().formatHex(Archive.sha256().digest(contents));
		return (hash + "  " + CONTENTS + "\n").getBytes(StandardCharsets.US_ASCII);
	}

	private void entry(String name, byte[] bytes) throws IOException {
		begin(name);
		this.zip.write(bytes);
		this.zip.closeEntry();
	}

	private void begin(String name) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTime(TIME);
		this.zip.putNextEntry(entry);
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
