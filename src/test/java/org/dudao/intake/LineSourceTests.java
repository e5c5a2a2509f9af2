package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.dudao.message.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LineSourceTests {

	private static final Limits SMALL = new Limits(1 << 20, 1000, 10);

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''            | ''
			a             | 1:0:a
			a␊            | 1:0:a␊
			a␍            | 1:0:a␍
			a␍␊b          | 1:0:a␍␊ 2:3:b
			a␍b␊c␍␊d      | 1:0:a␍ 2:2:b␊ 3:4:c␍␊ 4:7:d
			␊␊            | 1:0:␊ 2:1:␊
			␍␍␊␊          | 1:0:␍ 2:1:␍␊ 3:3:␊
			区␊b          | 1:0:区␊ 2:4:b
			""")
	void endsLinesAtEveryKindOfLineEnd(String text, String expected) throws IOException {
		Path file = write(text.replace("␊", "\n").replace("␍", "\r").getBytes(StandardCharsets.UTF_8));
		List<String> lines = new ArrayList<>();
		try (LineSource source = LineSource.open(file, StandardCharsets.UTF_8, SMALL)) {
			while (source.next()) {
				String end = source.terminator().replace("\n", "␊").replace("\r", "␍");
				lines.add(source.line() + ":" + source.offset() + ":" + source.text() + end);
			}
		}
		assertThat(String.join(" ", lines)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" })
	void linesAndTerminatorsAreTheWholeText(String name) throws IOException {
		Charset charset = Charset.forName(name);
		Random random = new Random(7);
		for (int round = 0; round < 60; round++) {
			String text = text(random, random.nextInt((round < 57) ? 300 : 100_000));
			StringBuilder read = new StringBuilder();
			int lines = 0;
			int offset = "\uFEFF".getBytes(charset).length;
			try (LineSource source = LineSource.open(write(("\uFEFF" + text).getBytes(charset)), charset,
					Limits.defaults())) {
				while (source.next()) {
					assertThat(source.line()).isEqualTo(++lines);
					assertThat(source.offset()).isEqualTo(offset);
					assertThat(source.byteLength()).isEqualTo(source.text().getBytes(charset).length);
					read.append(source.text()).append(source.terminator());
					offset += (source.text() + source.terminator()).getBytes(charset).length;
				}
			}
			assertThat(read.toString()).isEqualTo(text);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 65_534, 65_535, 65_536, 65_537, 131_071 })
	void keepsALineEndTogetherAtTheBorderOfTheBuffer(int before) throws IOException {
		Path file = write(("a".repeat(before) + "\r\nb").getBytes(StandardCharsets.UTF_8));
		try (LineSource source = LineSource.open(file, StandardCharsets.UTF_8, Limits.defaults())) {
			assertThat(source.next()).isTrue();
			assertThat(source.text()).hasSize(before);
			assertThat(source.terminator()).isEqualTo("\r\n");
			assertThat(source.next()).isTrue();
			assertThat(source.text()).isEqualTo("b");
			assertThat(source.offset()).isEqualTo(before + 2);
			assertThat(source.next()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\r", "\r\n", "\nb" })
	void takesALineOfTheLimitAndRefusesOneByteMore(String rest) throws IOException {
		String longest = "a".repeat(1 << 20);
		try (LineSource source = open("x\n" + longest + rest)) {
			assertThat(source.next()).isTrue();
			assertThat(source.next()).isTrue();
			assertThat(source.text()).hasSize(1 << 20);
		}
		try (LineSource source = open("x\n" + longest + "a" + rest)) {
			assertThat(source.next()).isTrue();
			assertThatExceptionOfType(DamagedFile.class).isThrownBy(source::next)
				.extracting(DamagedFile::reason)
				.isEqualTo(Message.of("file.line-too-long", 2, 2, 1 << 20));
		}
	}

	@Test
	void namesTheOffsetOfMalformedBytes() throws IOException {
		byte[] bytes = "区\n区a区\n".getBytes(StandardCharsets.UTF_8);
		bytes[9] = 'x';
		try (LineSource source = LineSource.open(write(bytes), StandardCharsets.UTF_8, SMALL)) {
			assertThat(source.next()).isTrue();
			assertThatExceptionOfType(DamagedFile.class).isThrownBy(source::next)
				.extracting(DamagedFile::reason)
				.isEqualTo(Message.of("file.malformed-line", "UTF-8", 2, 8));
		}
	}

	@Test
	void keepsAReplacementCharacterThatStandsInTheFile() throws IOException {
		try (LineSource source = open("37\uFFFD36'\n")) {
			assertThat(source.next()).isTrue();
			assertThat(source.text()).isEqualTo("37\uFFFD36'");
		}
	}

	@Test
	void refusesAnOddByteInUtf16() throws IOException {
		byte[] bytes = { (byte) 0xFF, (byte) 0xFE, 'a', 0, '\n', 0, 'b' };
		try (LineSource source = LineSource.open(write(bytes), StandardCharsets.UTF_16LE, SMALL)) {
			assertThat(source.next()).isTrue();
			assertThatExceptionOfType(DamagedFile.class).isThrownBy(source::next)
				.extracting(DamagedFile::reason)
				.isEqualTo(Message.of("file.malformed-line", "UTF-16LE", 2, 6));
		}
	}

	private static String text(Random random, int length) {
		String letters = "ab,;\"\t|区县𠀀é\n\r\n\r\u0A0D\u0D0A";
		int[] points = letters.codePoints().toArray();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.appendCodePoint(points[random.nextInt(points.length)]);
			if (random.nextInt(5) == 0) {
				text.append("\r\n");
			}
		}
		return text.toString();
	}

	private LineSource open(String text) throws IOException {
		return LineSource.open(write(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, Limits.defaults());
	}

	private Path write(byte[] bytes) throws IOException {
		return Files.write(this.folder.resolve("lines.csv"), bytes);
	}

}
