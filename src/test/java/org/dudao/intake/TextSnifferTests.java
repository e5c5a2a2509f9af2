package org.dudao.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.dudao.message.Message;

import static org.assertj.core.api.Assertions.assertThat;

class TextSnifferTests {

	private static final Charset GB18030 = Charset.forName("GB18030");

	/** In bytes: 地区,人数 = 13, LF, 东城,12 = 9. */
	private static final String CHINESE = "地区,人数\n东城,12";

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ASCII only                          | 612C620A31               | UTF-8    | false
			one Chinese character in UTF-8      | E59CB02C31               | UTF-8    | false
			the same with a byte order mark     | EFBBBFE59CB02C31         | UTF-8    | true
			a mark and ASCII                    | EFBBBF61                 | UTF-8    | true
			four bytes in UTF-8                 | F0A08080                 | UTF-8    | false
			the last character of UTF-8         | F48FBFBF                 | UTF-8    | false
			地区 in GBK                         | B5D8C7F82C31             | GB18030  | false
			four bytes of GB18030               | 8139EE392C31             | GB18030  | false
			GB18030 with its own mark           | 84319533B5D8             | GB18030  | true
			a in UTF-16LE                       | FFFE6100                 | UTF-16LE | true
			a in UTF-16BE                       | FEFF0061                 | UTF-16BE | true
			a pair of surrogates in UTF-16LE    | FFFE40D800DC             | UTF-16LE | true
			one byte                            | 61                       | UTF-8    | false
			""")
	void findsTheCharset(String what, String hex, String charset, boolean marked) {
		assertThat(sniff(HexFormat.of().parseHex(hex))).as(what)
			.isEqualTo(new TextForm.Readable(Charset.forName(charset), marked));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nothing at all                      | ''                       | file.empty            |
			nothing after a UTF-8 mark          | EFBBBF                   | file.empty            |
			nothing after a UTF-16 mark         | FFFE                     | file.empty            |
			nothing after a GB18030 mark        | 84319533                 | file.empty            |
			UTF-32LE                            | FFFE000061000000         | file.utf-32           |
			UTF-32BE                            | 0000FEFF00000061         | file.utf-32           |
			the head of an xlsx                 | 504B03041400             | file.workbook         |
			the head of an xls                  | D0CF11E0A1B1             | file.workbook         |
			NUL in the head                     | 610062                   | file.nul              | 1
			NUL behind the head                 | 6162636465666768696A6B00 | file.nul              | 11
			UTF-16 without a mark               | 61002C006200             | file.nul              | 1
			NUL after a UTF-8 mark              | EFBBBF6100               | file.nul              | 4
			lone continuation bytes             | 612C620A8080             | file.malformed        | UTF-8;4;GB18030;4
			a byte that no charset has          | 61FF                     | file.malformed        | UTF-8;1;GB18030;1
			a cut GBK character                 | B5D8C7F82CB5             | file.malformed        | GB18030;5;UTF-8;0
			a cut four-byte character           | B5D88139EE               | file.malformed        | GB18030;2;UTF-8;0
			unassigned in GB18030               | 8431A530                 | file.malformed        | UTF-8;0;GB18030;0
			a mark, then a cut character        | EFBBBF61E59C             | file.malformed-marked | UTF-8;4
			a mark, then GBK                    | EFBBBFB5D8               | file.malformed-marked | UTF-8;3
			an odd byte in UTF-16LE             | FFFE61000A               | file.malformed-marked | UTF-16LE;4
			half a pair in UTF-16BE             | FEFFD8400061             | file.malformed-marked | UTF-16BE;2
			a cut character after a GB18030 mark| 84319533B5               | file.malformed-marked | GB18030;4
			""")
	void refusesNamingTheOffset(String what, String hex, String code, String args) {
		List<String> expected = (args != null) ? List.of(args.split(";")) : List.of();
		assertThat(sniff(HexFormat.of().parseHex(hex))).as(what)
			.isEqualTo(new TextForm.Refused(new Message(code, expected)));
	}

	@Test
	void refusesUtf8BrokenAtTheLastByteThoughItCouldBeGb18030() {
		byte[] whole = (CHINESE + ",区长\n").getBytes(StandardCharsets.UTF_8);
		byte[] broken = Arrays.copyOf(whole, whole.length - 2);
		assertThat(sniff(broken)).isEqualTo(new TextForm.Refused(Message.of("file.malformed-utf8", 27)));
		byte[] alsoGb18030 = "地区,人数\n东丰县,217".getBytes(StandardCharsets.UTF_8);
		byte[] lacksOne = without(alsoGb18030, 17);
		assertThat(decodes(lacksOne, GB18030)).isTrue();
		assertThat(sniff(lacksOne)).isInstanceOf(TextForm.Refused.class);
	}

	@Test
	void takesChineseTextInGbkForNothingElse() {
		String names = "东城区,西城区,朝阳区,丰台区,石景山区,海淀区,襄阳市,襄城区,樊城区,襄州区,南漳县,谷城县,保康县,老河口市,枣阳市,宜城市";
		for (String name : names.split(",")) {
			assertThat(sniff((name + ",1\n").getBytes(GB18030))).as(name)
				.isEqualTo(new TextForm.Readable(GB18030, false));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" })
	void followsCharactersOverTheBordersOfItsBuffers(String charset) {
		for (int before = 8180; before <= 8196; before++) {
			String text = "\uFEFF" + "a".repeat(before) + "区𠀀";
			byte[] bytes = text.getBytes(Charset.forName(charset));
			assertThat(sniff(bytes)).isEqualTo(new TextForm.Readable(Charset.forName(charset), true));
			byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
			int last = bytes.length - 4;
			assertThat(sniff(cut)).isEqualTo(new TextForm.Refused(Message.of("file.malformed-marked", charset, last)));
		}
	}

	@Test
	void refusesCharacterCutAtTheBorderOfTheBuffer() {
		byte[] bytes = ("a".repeat(8178) + "区区区区区").getBytes(StandardCharsets.UTF_8);
		assertThat(sniff(Arrays.copyOf(bytes, 8192)))
			.isEqualTo(new TextForm.Refused(Message.of("file.malformed-utf8", 8190)));
	}

	@Test
	void refusesWhatIsOverTheSizeLimit() {
		Limits ten = new Limits(10, 100, 100);
		assertThat(sniff("0123456789".getBytes(StandardCharsets.UTF_8), 10, ten)).isInstanceOf(TextForm.Readable.class);
		assertThat(sniff("0123456789a".getBytes(StandardCharsets.UTF_8), 4, ten))
			.isEqualTo(new TextForm.Refused(Message.of("file.too-large", 11, 10)));
	}

	@Test
	void givesTheSameWhateverThePieces() {
		Random random = new Random(42);
		for (int round = 0; round < 2000; round++) {
			byte[] bytes = damagedText(random);
			TextForm whole = sniff(bytes);
			assertThat(sniff(bytes, 1 + random.nextInt(7), Limits.defaults())).isEqualTo(whole);
		}
	}

	@Test
	void agreesWithTheStrictDecoders() {
		Random random = new Random(43);
		for (int round = 0; round < 2000; round++) {
			byte[] bytes = damagedText(random);
			Utf8Scan utf8 = new Utf8Scan();
			utf8.accept(bytes, 0, bytes.length, 0);
			utf8.finish();
			assertThat(utf8.malformedAt()).isEqualTo(malformedAt(bytes, StandardCharsets.UTF_8));
			StrictScan strict = new StrictScan(GB18030, 0);
			strict.accept(bytes, 0, bytes.length);
			strict.finish();
			assertThat(strict.malformedAt()).isEqualTo(malformedAt(bytes, GB18030));
		}
	}

	@Test
	void looksAtAWholeFile() throws IOException {
		Path file = Files.write(this.folder.resolve("gbk.csv"), CHINESE.repeat(10_000).getBytes(GB18030));
		assertThat(TextSniffer.sniff(file, Limits.defaults())).isEqualTo(new TextForm.Readable(GB18030, false));
	}

	/**
	 * Chinese text in one of the charsets, with a byte changed or cut off half the time.
	 */
	private static byte[] damagedText(Random random) {
		int[] letters = random.ints(random.nextInt(60), 0, 4).map((kind) -> switch (kind) {
			case 0 -> 0x4E00 + random.nextInt(0x5000);
			case 1 -> 0x20000 + random.nextInt(0x100);
			case 2 -> 0x80 + random.nextInt(0x700);
			default -> ' ' + random.nextInt(95);
		}).toArray();
		Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : GB18030;
		byte[] bytes = new String(letters, 0, letters.length).getBytes(charset);
		if (bytes.length > 0 && random.nextBoolean()) {
			bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
		}
		return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
	}

	/** Found by the definition: the longest head that decodes. */
	private static long malformedAt(byte[] bytes, Charset charset) {
		if (decodes(bytes, charset)) {
			return -1;
		}
		int longest = bytes.length - 1;
		while (!decodes(Arrays.copyOf(bytes, longest), charset)) {
			longest--;
		}
		return longest;
	}

	private static boolean decodes(byte[] bytes, Charset charset) {
		try {
			charset.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static byte[] without(byte[] bytes, int index) {
		byte[] rest = Arrays.copyOf(bytes, bytes.length - 1);
		System.arraycopy(bytes, index + 1, rest, index, rest.length - index);
		return rest;
	}

	private static TextForm sniff(byte[] bytes) {
		return sniff(bytes, Math.max(1, bytes.length), Limits.defaults());
	}

	private static TextForm sniff(byte[] bytes, int piece, Limits limits) {
		TextSniffer sniffer = new TextSniffer(limits);
		for (int from = 0; from < bytes.length; from += piece) {
			sniffer.accept(bytes, from, Math.min(piece, bytes.length - from));
		}
		return sniffer.finish();
	}

}
