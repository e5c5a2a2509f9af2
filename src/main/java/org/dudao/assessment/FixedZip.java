package org.dudao.assessment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a zip file anew without the moments of its making, and those within it too. */
final class FixedZip {

	private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

	private FixedZip() {
	}

	static byte[] of(byte[] zip) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
				ZipOutputStream packed = new ZipOutputStream(out)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				ZipEntry fixed = new ZipEntry(entry.getName());
				fixed.setTimeLocal(MOMENT);
				packed.putNextEntry(fixed);
				byte[] bytes = in.readAllBytes();
				packed.write(entry.getName().endsWith(".xlsx") ? of(bytes) : bytes);
				packed.closeEntry();
			}
		}
		return out.toByteArray();
	}

}
