package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

	private RecordReader open(String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve("file.csv"), text);
		return RecordReader.open(file, StandardCharsets.UTF_8, ',', Limits.defaults());
	}

}
