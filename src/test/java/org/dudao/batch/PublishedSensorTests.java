package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.dudao.database.TestDatabase;
import org.dudao.message.Message;
import org.dudao.report.RejectedRows;
import org.dudao.report.RunSummary;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What sensors say of a file beside what was in force before. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PublishedSensorTests {

	private static final Path FILES = Path.of("src/test/resources/sensors/published");

	/** Each is in force for another region, so that all may come in one night. */
	private static final List<String> PLANTED = List.of("row-drop", "unit-changed", "sum-changed", "copy-of-last-year",
			"doubled", "unit-of-one-figure");

	private static final List<String> COUNTIES = List.of("420602", "420606", "420607", "420624", "420625", "420626");

	private final TestDatabase database;

	private House house;

	PublishedSensorTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	private static String read(String folder, String file) {
		try {
			return Files.readString(FILES.resolve(folder).resolve(file + ".csv"));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private void nights(String folder) {
		for (String file : List.of("1", "2", "now")) {
			if (Files.exists(FILES.resolve(folder).resolve(file + ".csv"))) {
				this.house.put("420600/" + file + ".csv", read(folder, file)).night();
			}
		}
	}

	private static String text(Message message) {
		return message.code() + " " + String.join("|", message.args()).replaceAll("([^|\u001F]*)\u001F[^|]*", "$1");
	}

	/** Without the number of the submission in force, which is another each time. */
	private static String withoutNumber(Message message) {
		return text(message).replaceAll("\\|\\d+\\|30%", "|…|30%");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					row-drop ~ sensor.row-drop 420602|2024|rotation|10|6|{in force}|30%|1
					row-growth ~ sensor.row-growth 420602|2024|rotation|6|24|{in force}|3|1 & sensor.sum-changed Eligible teachers|420602|2024|844|211|3|2
					sum-changed ~ sensor.sum-changed Eligible teachers|420602|2024|862|211|3|1
					unit-changed-since-last-year ~ sensor.unit-changed 2|Public funds|420602|2024|2238.69|20922300|in what is in force for the year before|1/10000|5
					unit-of-one-figure ~ sensor.unit-changed 5|Public funds|420602|2024|2910770|29107700|in what is in force|1/10|1
					columns-moved ~ sensor.columns-moved 2|General budget expenditure|Regular revenue|in what is in force|6|6|General budget expenditure = Regular revenue; Regular revenue = General budget expenditure|2
					columns-moved-since-last-year ~ sensor.columns-moved 2|General budget expenditure|Regular revenue|in what is in force for the year before|6|6|General budget expenditure = Regular revenue; Regular revenue = General budget expenditure|2
					copy-of-last-year ~ sensor.copy-of-last-year 2|12|12|Eligible teachers|2023|2
					""")
	void saysWhatIsSuspicious(String folder, String expected) {
		nights(folder);
		long before = this.house.submission("1.csv").id();
		assertThat(this.house.submission("now.csv").reasons()).extracting(PublishedSensorTests::text)
			.containsExactly(expected.replace("{in force}", String.valueOf(before)).split(" & "));
		assertThat(this.house.state("now.csv")).isEqualTo(SubmissionState.HELD);
		this.house.take("now.csv", "420600", Sheets.accepting("it is so"));
		assertThat(this.house.state("now.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

	@Test
	void saysAllThatIsSuspiciousAtOnce() {
		this.house.put("420600/1.csv", read("unit-changed", "1")).night();
		this.house.put("420600/now.csv", read("unit-changed", "now") + "420602,2024,特殊").night();
		assertThat(this.house.reasons("now.csv")).containsExactly("sensor.last-line-cut", "sensor.sum-changed",
				"sensor.unit-changed");
	}

	@Test
	void whatOnlyInformsIsKeptWithThePublishedFile() throws IOException {
		this.house.put("420600/at-limit.csv", Files.readString(FILES.resolveSibling("at-limit.csv")));
		RunSummary night = this.house.night();
		assertThat(this.house.state("at-limit.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.part(RejectedRows.class).hints(night.run()))
			.extracting((hint) -> hint.fileName() + " " + hint.message().code())
			.containsExactly("at-limit.csv sensor.at-limit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "never-changes", "doubled", "small-county-doubled", "corrected" })
	void doesNotTakeForDamageWhatMayBeReal(String folder) {
		nights(folder);
		assertThat(this.house.state("now.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

	@Test
	void saysTheSameInAnyOrderAndByAnyNumberOfWorkers() {
		Map<String, String> first = oneNight(1, new Random(0));
		assertThat(first).containsKeys("unit-changed", "sum-changed").doesNotContainKey("doubled").hasSize(5);
		this.house.empty();
		assertThat(oneNight(8, new Random(1))).isEqualTo(first);
	}

	/** What is said of each planted file when all come in one night. */
	private Map<String, String> oneNight(int workers, Random random) {
		for (String file : List.of("1", "2")) {
			for (String planted : PLANTED) {
				if (Files.exists(FILES.resolve(planted).resolve(file + ".csv"))) {
					this.house.put("420600/" + planted + file + ".csv", own(planted, file));
				}
			}
			this.house.night();
		}
		List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
		Collections.shuffle(order, random);
		this.house.workers(workers);
		PLANTED.forEach((planted) -> this.house.put("420600/" + order.get(PLANTED.indexOf(planted)) + ".csv",
				own(planted, "now")));
		this.house.night();
		Map<String, String> said = new TreeMap<>();
		for (String planted : PLANTED) {
			List<Message> reasons = this.house.submission(order.get(PLANTED.indexOf(planted)) + ".csv").reasons();
			if (!reasons.isEmpty()) {
				said.put(planted, reasons.stream().map(PublishedSensorTests::withoutNumber).toList().toString());
			}
		}
		return said;
	}

	private static String own(String planted, String file) {
		return read(planted, file).replace("420602", COUNTIES.get(PLANTED.indexOf(planted)));
	}

}
