package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.dudao.message.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordReaderTests {

	@TempDir
	Path folder;

	@Test
	void numbersLinesAsAnEditorDoes() throws IOException {
		try (RecordReader records = open("a,b\r\n\"x\r\ny\ny\",2\rq,\"3\"\n\nlast,5")) {
			List<String> seen = new ArrayList<>();
			while (records.next()) {
				seen.add(records.line() + ":" + String.join("|", records.cells()));
			}
			assertThat(seen).containsExactly("1:a|b", "2:x\r\ny\ny|2", "5:q|3", "6:", "7:last|5");
		}
	}

	@Test
	void keepsTheTextAsItIsInTheFile() throws IOException {
		try (RecordReader records = open("\"x\r\ny\",\"\"\"2\"\"\"\r\n")) {
			assertThat(records.next()).isTrue();
			assertThat(records.raw()).isEqualTo("\"x\r\ny\",\"\"\"2\"\"\"");
			assertThat(records.cells()).containsExactly("x\r\ny", "\"2\"");
			assertThat(records.next()).isFalse();
		}
	}

	@Test
	void strayQuoteInTheLastCellTakesNoFurtherRow() throws IOException {
		try (RecordReader records = open("a,5\" pipe\nb,6\" pipe\n")) {
			assertThat(records.next()).isTrue();
			assertThat(records.cells()).containsExactly("a", "5\" pipe");
			assertThat(records.next()).isTrue();
			assertThat(records.cells()).containsExactly("b", "6\" pipe");
		}
	}

	@Test
	void textAfterAClosingQuoteFaultsOnlyItsRecord() throws IOException {
		try (RecordReader records = open("\"he said \"hi\", ok\",1\nb,2\n")) {
			assertThat(records.next()).isTrue();
			assertThat(records.fault()).isNotNull();
			assertThat(records.cells()).containsExactly("\"he said \"hi\", ok\",1");
			assertThat(records.next()).isTrue();
			assertThat(records.fault()).isNull();
			assertThat(records.cells()).containsExactly("b", "2");
		}
	}

	@Test
	void namesTheLineOfAQuoteThatIsNeverClosed() throws IOException {
		try (RecordReader records = open("a,b\n1,\"x\n2,y\n3,z\n")) {
			records.next();
			assertThatExceptionOfType(DamagedFile.class).isThrownBy(records::next)
				.satisfies((damaged) -> assertThat(damaged.reason().code()).isEqualTo("file.quote-open"))
				.satisfies((damaged) -> assertThat(damaged.reason().args()).containsExactly("2"));
		}
	}

	@Test
	void passesOverADeclaredDelimiter() throws IOException {
		try (RecordReader records = open("sep=,\r\na,b\r\n")) {
			assertThat(records.next()).isTrue();
			assertThat(records.line()).isEqualTo(2);
			assertThat(records.cells()).containsExactly("a", "b");
		}
	}

	@Test
	void givesBackAnyCellsThatWereQuotedByTheBook() throws IOException {
		Random random = new Random(11);
		for (int round = 0; round < 150; round++) {
			char delimiter = ",;\t|^".charAt(random.nextInt(5));
			List<List<String>> rows = new ArrayList<>();
			List<String> texts = new ArrayList<>();
			for (int i = random.nextInt(8); i >= 0; i--) {
				List<String> cells = random.ints(1 + random.nextInt(5), 0, 9)
					.mapToObj((length) -> cell(random, length))
					.toList();
				rows.add(cells);
				texts.add(cells.stream()
					.map((cell) -> quoted(cell, delimiter, random))
					.collect(Collectors.joining(String.valueOf(delimiter))));
			}
			Path file = Files.writeString(this.folder.resolve("any.csv"), String.join("\r\n", texts) + "\r\n");
			try (RecordReader records = RecordReader.open(file, StandardCharsets.UTF_8, delimiter, Limits.defaults())) {
				for (int i = 0; i < rows.size(); i++) {
					assertThat(records.next()).isTrue();
					assertThat(records.fault()).isNull();
					assertThat(records.cells()).as(texts.get(i)).containsExactlyElementsOf(rows.get(i));
					assertThat(records.raw()).isEqualTo(texts.get(i));
				}
				assertThat(records.next()).isFalse();
			}
		}
	}

	@Test
	void neverLosesTextHoweverStrayTheQuotes() throws IOException {
		Random random = new Random(12);
		for (int round = 0; round < 400; round++) {
			String text = cell(random, random.nextInt(40)) + "\"" + cell(random, random.nextInt(40));
			StringBuilder read = new StringBuilder();
			try (RecordReader records = open(text)) {
				while (records.next()) {
					read.append(records.raw());
					read.append(text.startsWith("\r\n", read.length()) ? "\r\n"
							: text.substring(read.length(), Math.min(read.length() + 1, text.length())));
				}
				assertThat(read.toString()).isEqualTo(text);
			}
			catch (DamagedFile damaged) {
				assertThat(damaged.reason().code()).isEqualTo("file.quote-open");
				assertThat(text).startsWith(read);
			}
		}
	}

	@Test
	void refusesAQuotationLongerThanALineMayBe() throws IOException {
		try (RecordReader records = open("a,b\n1,\"" + "x\n".repeat(1 << 20) + "\"\n")) {
			records.next();
			assertThatExceptionOfType(DamagedFile.class).isThrownBy(records::next)
				.extracting(DamagedFile::reason)
				.isEqualTo(Message.of("file.quote-too-long", 2, 1 << 20));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"\"", "\"x\ny\"" })
	void refusesMoreColumnsThanTheLimit(String first) throws IOException {
		try (RecordReader records = open(first + ",".repeat(499) + "\n" + first + ",".repeat(500) + "\n")) {
			assertThat(records.next()).isTrue();
			assertThat(records.cells()).hasSize(500);
			assertThatExceptionOfType(DamagedFile.class).isThrownBy(records::next)
				.extracting(DamagedFile::reason)
				.isEqualTo(Message.of("file.too-many-columns", first.contains("\n") ? 3 : 2, 500));
		}
	}

	@Test
	void takesCommentSignsAndBlankLinesAsTheyStand() throws IOException {
		try (RecordReader records = open("#a,b\n\n \n\"\"\n")) {
			List<List<String>> all = new ArrayList<>();
			while (records.next()) {
				all.add(List.of(records.cells()));
			}
			assertThat(all).containsExactly(List.of("#a", "b"), List.of(""), List.of(" "), List.of(""));
		}
	}

	private static String cell(Random random, int length) {
		String letters = "a1区\",;|\t\r\n\u00A0 ^#";
		return random.ints(length, 0, letters.length())
			.mapToObj((i) -> letters.substring(i, i + 1))
			.collect(Collectors.joining());
	}

	private static String quoted(String cell, char delimiter, Random random) {
		boolean needed = cell.chars().anyMatch((c) -> c == delimiter || c == '"' || c == '\r' || c == '\n');
		return (needed || random.nextInt(3) == 0) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}

	private RecordReader open(String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve("file.csv"), text);
		return RecordReader.open(file, StandardCharsets.UTF_8, ',', Limits.defaults());
	}

}
