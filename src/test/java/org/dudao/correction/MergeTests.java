package org.dudao.correction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dudao.intake.Issue;
import org.dudao.intake.Records;
import org.dudao.message.Message;
import org.dudao.submission.Lineage.Corrected;
import org.dudao.submission.Lineage.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every byte outside of a corrected row is what was sent. */
class MergeTests {

	private static final int FILES = 60;

	@TempDir
	private Path directory;

	/** A file as somebody may have written it, of which every part is known. */
	private record Written(String charset, char delimiter, List<String> records, List<List<String>> cells,
			List<String> ends) {

		static Written any(Random random) {
			String charset = List.of("UTF-8", "GB18030", "UTF-16LE").get(random.nextInt(3));
			char delimiter = ",;\t".charAt(random.nextInt(3));
			List<String> records = new ArrayList<>();
			List<List<String>> cells = new ArrayList<>();
			List<String> ends = new ArrayList<>();
			int size = 3 + random.nextInt(12);
			for (int i = 0; i < size; i++) {
				List<String> row = IntStream.range(0, 4).mapToObj((column) -> cell(random, delimiter)).toList();
				cells.add(row);
				records.add(row.stream()
					.map((cell) -> (random.nextInt(3) == 0 || cell.matches("(?s).*[,;\t\"\r\n].*"))
							? '"' + cell.replace("\"", "\"\"") + '"' : cell)
					.collect(Collectors.joining(String.valueOf(delimiter))));
				ends.add((i < size - 1) ? List.of("\n", "\r\n", "\r\n").get(random.nextInt(3))
						: random.nextBoolean() ? "" : "\n");
			}
			return new Written(charset, delimiter, records, cells, ends);
		}

		private static String cell(Random random, char delimiter) {
			return List.of("12", "樊城区第01小学", "", " 1.50 ", "a" + delimiter + "b", "一\r\n二", "say \"x\"", "007", "𠮷")
				.get(random.nextInt(9)) + random.nextInt(1000);
		}

		byte[] bytes(Map<Integer, String> instead) {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < this.records.size(); i++) {
				String record = instead.getOrDefault(i, this.records.get(i));
				text.append(record.equals("deleted") ? "" : record + this.ends.get(i));
			}
			return (this.charset.equals("UTF-16LE") ? "\uFEFF" + text : text.toString())
				.getBytes(Charset.forName(this.charset));
		}

		int line(int record) {
			return 1 + IntStream.range(0, record)
				.map((i) -> (int) (this.records.get(i) + this.ends.get(i)).chars().filter((c) -> c == '\n').count())
				.sum();
		}

	}

	static Stream<Long> seeds() {
		return IntStream.range(0, FILES).mapToObj((seed) -> 4_000L + seed);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void bytesOutsideOfTheCorrectedRowsStayAsTheyWere(long seed) throws IOException {
		Random random = new Random(seed);
		Written written = Written.any(random);
		Path file = Files.write(this.directory.resolve("sent"), written.bytes(Map.of()));
		Map<Integer, List<Issue>> rejected = new TreeMap<>();
		Map<Integer, Answer> answers = new TreeMap<>();
		Map<Integer, String> expected = new TreeMap<>();
		for (int i = 1; i < written.records().size(); i++) {
			if (random.nextInt(3) > 0) {
				rejected.put(written.line(i), List.of(new Issue(2, "", "", Message.of("row.number"))));
				int what = random.nextInt(4);
				List<String> cells = new ArrayList<>(written.cells().get(i));
				if (what == 0) {
					answers.put(written.line(i), new Answer(true, cells));
					expected.put(i, "deleted");
				}
				else if (what == 1) {
					cells.set(1, "更正");
					answers.put(written.line(i), new Answer(false, cells));
					expected.put(i,
							cells.stream()
								.map((cell) -> cell.matches("(?s).*[\"\r\n" + written.delimiter() + "].*")
										? '"' + cell.replace("\"", "\"\"") + '"' : cell)
								.collect(Collectors.joining(String.valueOf(written.delimiter()))));
				}
				else if (what == 2) {
					answers.put(written.line(i), new Answer(false, cells));
				}
			}
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Merge merge = new Merge(file, written.charset(), written.delimiter(), rejected, answers);
		if (expected.isEmpty()) {
			assertThatThrownBy(() -> merge.write(out)).isInstanceOf(CorrectionRefused.class);
			return;
		}
		List<Corrected> rows = merge.write(out);

		assertThat(out.toByteArray()).isEqualTo(written.bytes(expected));
		assertThat(rows).extracting(Corrected::parentLine).containsExactlyElementsOf(rejected.keySet());
		assertThat(linesOf(out.toByteArray(), written)).containsAll(rows.stream()
			.filter((row) -> row.standing() != Standing.DELETED)
			.map(Corrected::line)
			.collect(Collectors.toSet()));
	}

	private Set<Integer> linesOf(byte[] merged, Written written) throws IOException {
		Path file = Files.write(this.directory.resolve("merged"), merged);
		Set<Integer> lines = new java.util.HashSet<>();
		try (Records records = Records.open(file, written.charset(), written.delimiter())) {
			while (records.next()) {
				lines.add(records.line());
			}
		}
		return lines;
	}

	@Test
	void rowLeftOutNamesTheLineWhereItsTwinStandsNow() throws IOException {
		Path file = Files.writeString(this.directory.resolve("sent"), "h\na\nb\nc\nb\n");
		Map<Integer, List<Issue>> rejected = Map.of(2, List.of(), 5,
				List.of(new Issue(0, "", "", Message.of("row.duplicate", 3, "key"))));
		List<Corrected> rows = new Merge(file, "UTF-8", ',', rejected, Map.of(2, new Answer(true, List.of("a"))))
			.write(new ByteArrayOutputStream());
		assertThat(rows.get(1).line()).isEqualTo(4);
		assertThat(rows.get(1).issues().get(0).message().args()).containsExactly("2", "key");
	}

}
