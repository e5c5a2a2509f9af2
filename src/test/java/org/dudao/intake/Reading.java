package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.dudao.message.Message;

/**
 * What the text level makes of a file, from its bytes to its cells.
 *
 * @param records the cells of each record that was read
 * @param raws the exact text of each
 * @param refusal the code of the message that ended the reading, or of the first faulty
 * record; empty when all went well
 */
record Reading(List<List<String>> records, List<String> raws, String refusal) {

	/** Sniffs the file and reads it with this delimiter. */
	static Reading of(Path file, char delimiter) throws IOException {
		TextForm form = TextSniffer.sniff(file, Limits.defaults());
		if (form instanceof TextForm.Refused refused) {
			return new Reading(List.of(), List.of(), refused.reason().code());
		}
		return of(file, ((TextForm.Readable) form).charset(), delimiter);
	}

	private static Reading of(Path file, Charset charset, char delimiter) throws IOException {
		List<List<String>> all = new ArrayList<>();
		List<String> raws = new ArrayList<>();
		String refusal = "";
		try (RecordReader records = RecordReader.open(file, charset, delimiter, Limits.defaults())) {
			while (records.next()) {
				Message fault = records.fault();
				if (fault != null && refusal.isEmpty()) {
					refusal = fault.code();
				}
				all.add(List.of(records.cells()));
				raws.add(records.raw());
			}
		}
		catch (DamagedFile damaged) {
			refusal = damaged.reason().code();
		}
		return new Reading(all, raws, refusal);
	}

	/** The records, passing over lines with nothing on them as the row level does. */
	List<List<String>> withoutBlankLines() {
		return IntStream.range(0, this.raws.size())
			.filter((i) -> !this.raws.get(i).isEmpty())
			.mapToObj(this.records::get)
			.toList();
	}

	/** The likeliest delimiters of a file that can be read. */
	static List<Dialect> candidates(Path file) throws IOException {
		TextForm.Readable form = (TextForm.Readable) TextSniffer.sniff(file, Limits.defaults());
		return Dialect.candidates(file, form.charset(), Limits.defaults());
	}

	/** A file with this text in UTF-8. */
	static Path file(Path folder, String text) throws IOException {
		return Files.writeString(Files.createTempFile(folder, "text", ".csv"), text, StandardCharsets.UTF_8);
	}

}
