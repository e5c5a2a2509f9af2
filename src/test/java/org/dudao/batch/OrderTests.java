package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.dudao.database.TestDatabase;
import org.dudao.submission.Submission.Hints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Order does not matter: the files of a province, in any order, read by one or eight side
 * by side, in one night or over a week, come to the same.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OrderTests {

	private static final Path SAMPLE = Path.of("sample-data");

	/** Three counties, and of the city what is computed from several years or files. */
	private static final String SOME = "4206(02|07|26)/.*"
			+ "|420600/(budget|enrolment|staffing|claims|teachers|fiscal-funds|balance-guarantee)-.*"
			+ "|110000/(per-pupil-public-funds|education-budget).*";

	private static final String HELD = "select concat(file_name, ' ', code) from submission join submission_reason"
			+ " on submission_id = id where state = 'HELD' order by file_name, code";

	/** The digest of the sample in one night, the same on every database. */
	private static @Nullable String expected;

	private final TestDatabase database;

	private House house;

	OrderTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	/** All of it in one night, in the order of names. */
	private String expected() throws IOException {
		String known = expected;
		if (known == null) {
			this.house.take(planned(published()));
			assertThat(this.house.openFindings()).hasSizeGreaterThan(20);
			assertNothingIsHeld();
			known = this.house.digest();
			expected = known;
			this.house.empty();
		}
		return known;
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void anyOrderInAnyNumberOfNightsComesToTheSameDigest(long seed) throws IOException {
		String inOneNight = expected();
		Random random = new Random(seed);
		List<Path> files = published();
		Collections.shuffle(files, random);
		this.house.workers(random.nextBoolean() ? 1 : 8);
		for (List<Path> night : nights(files, random)) {
			this.house.clock().advance(Duration.ofDays(1));
			this.house.take(planned(night));
		}
		assertNothingIsHeld();
		assertThat(this.house.digest()).isEqualTo(inOneNight);
	}

	@ParameterizedTest
	@ValueSource(longs = 4)
	void whichFilesOfANightAreHeldDoesNotDependOnTheirOrder(long seed) throws IOException {
		List<Path> files = published();
		files.add(SAMPLE.resolve("inbox/110000/per-pupil-operating-expenditure-2023.csv"));
		for (String rival : List.of("one", "other")) {
			this.house.put("420602/" + rival + ".csv",
					Sheets.rotation("420602", 2020, 100, rival.equals("one") ? 12 : 15, 3));
			files.add(this.house.inbox().resolve("420602/" + rival + ".csv"));
		}
		this.house.take(planned(files));
		List<String> held = held();
		String digest = this.house.digest();
		assertThat(held).hasSize(3);
		Map<Path, byte[]> rivals = Map.of(files.get(files.size() - 2), Files.readAllBytes(files.get(files.size() - 2)),
				files.get(files.size() - 1), Files.readAllBytes(files.get(files.size() - 1)));
		this.house.empty();
		rivals.forEach((path, bytes) -> this.house.put("420602/" + path.getFileName(), bytes));
		Collections.shuffle(files, new Random(seed));
		this.house.workers((seed % 2 == 0) ? 8 : 1);
		this.house.take(planned(files));
		assertThat(held()).isEqualTo(held);
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	private static List<List<Path>> nights(List<Path> files, Random random) {
		int nights = 2 + random.nextInt(6);
		List<List<Path>> week = new ArrayList<>();
		for (int i = 0; i < nights; i++) {
			week.add(files.subList(i * files.size() / nights, (i + 1) * files.size() / nights));
		}
		return week;
	}

	/** The files that the plan of the sample says are published as they are. */
	private static List<Path> published() throws IOException {
		Map<String, List<Map<String, Object>>> expected = new Yaml()
			.load(Files.readString(SAMPLE.resolve("expected.yaml")));
		List<Path> files = new ArrayList<>();
		for (Map<String, Object> file : expected.get("files")) {
			String name = String.valueOf(file.get("file"));
			if ("PUBLISHED".equals(file.get("state")) && name.matches(SOME)) {
				files.add(SAMPLE.resolve("inbox").resolve(name));
			}
		}
		assertThat(files).hasSizeGreaterThan(40);
		return files;
	}

	private static PlannedFile[] planned(List<Path> files) {
		return files.stream()
			.map((file) -> new PlannedFile(file, file.getParent().getFileName().toString(), Hints.NONE, null))
			.toArray(PlannedFile[]::new);
	}

	private List<String> held() {
		return this.house.jdbc().sql(HELD).query(String.class).list();
	}

	private void assertNothingIsHeld() {
		assertThat(held()).isEmpty();
		assertThat(this.house.count("submission where state = 'PUBLISHED'")).isGreaterThan(40);
	}

}
