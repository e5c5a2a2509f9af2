package org.dudao.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.region.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What sensors say of a file alone, and of which files they say nothing. */
class FileSensorTests {

	private static final Path FILES = Path.of("src/test/resources/sensors");

	private static final Path SAMPLE = Path.of("sample-data/inbox");

	private static final Catalog CATALOG = CatalogReader.read(Path.of("jobs"));

	private static final Intake INTAKE = new Intake(CATALOG, Regions.read(CATALOG.regions()), Limits.defaults());

	private static Ending ending(Path file, String sender) {
		try {
			Screening screening = INTAKE.screen(new Source(file, file.getFileName().toString(), sender, null, null));
			if (!(screening instanceof Screening.Recognised recognised)) {
				return Ending.NOTHING;
			}
			try (RowReader rows = INTAKE.read(recognised)) {
				for (Row row = rows.next(); row != null;) {
					row = rows.next();
				}
				return rows.ending();
			}
		}
		catch (DamagedFile damaged) {
			return Ending.NOTHING;
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static String text(Message message) {
		return (message.code() + " " + message.args()).replace('\u001F', '|');
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					last-line-cut    ~ sensor.last-line-cut [4, 3, 7]
					block-end        ~ sensor.block-end [90, 4096, 4096]
					total-differs    ~ sensor.total-differs [5, 5, 符合交流条件教师数, 95, 3, 90, 1]
					mojibake         ~ sensor.mojibake [3, 3, 学校名称, 瑗勯槼, 2, 4]
					mojibake-western ~ sensor.mojibake [2, 3, 学校名称, µÚÒ»Ð¡Ñ§, 2, 2]
					rounded-code     ~ sensor.rounded-code [2, 3, 学校名称, 2.142E+09, 1, 3]
					date-in-text     ~ sensor.date-in-text [3, 3, 学校名称, 1月2日, 1, 3]
					lost-zero        ~ sensor.lost-zero [12, 3, 学校名称, 012011, 1, 7]
					equal-prior      ~ sensor.equal-prior [2, Public funds per student|生均一般公共预算公用经费, Public funds per student, prior year|上年生均一般公共预算公用经费, 12, 12]
					unit-slip        ~ sensor.unit-slip [9, 4, 生均公用经费, 0.13888, 1/10000, 1]
					unit-slip-of-an-amount ~ sensor.unit-slip [6, 5, 公用经费（元）, 797.4, 1/10000, 1]
					""")
	void saysWhereAndHowOften(String file, String expected) {
		assertThat(ending(FILES.resolve(file + ".csv"), "420600").doubts()).extracting(FileSensorTests::text)
			.containsExactly(expected);
	}

	@Test
	void tellsOfABreakInTheSeriesAndHoldsNothing() {
		Ending ending = ending(FILES.resolve("series-break.csv"), "420602");

		assertThat(ending.doubts()).isEmpty();
		assertThat(ending.hints()).extracting(FileSensorTests::text)
			.containsExactly("sensor.series-break [3, 注：2024年起按新的统计口径填报。, 2024]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					at-limit     ~ sensor.at-limit [3, Share of students who live in the catchment of their school|就近划片入学比例, 95, near-home-enrolment, 6, 12]
					at-last-year ~ sensor.at-last-year [3, Public funds per student|生均一般公共预算公用经费, 6, 12]
					""")
	void tellsWhatIsWorthKnowingAndHoldsNothing(String file, String expected) {
		Ending ending = ending(FILES.resolve(file + ".csv"), "420600");
		assertThat(ending.doubts()).isEmpty();
		assertThat(ending.hints()).extracting(FileSensorTests::text).containsExactly(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "block-end-but-a-line-end", "total-by-stage", "total-above", "total-first",
			"total-with-rejected", "total-unreadable", "names-of-many-kinds", "dates-throughout", "numbers-that-grow",
			"doubled-in-one-county" })
	void doesNotTakeForDamageWhatMayBeMeant(String file) {
		assertThat(ending(FILES.resolve(file + ".csv"), "420600").doubts()).isEmpty();
	}

	static Stream<Path> sample() throws IOException {
		try (Stream<Path> files = Files.walk(SAMPLE)) {
			return files.filter(Files::isRegularFile).sorted().toList().stream();
		}
	}

	@Test
	void holdsNoFileOfTheSampleButTheOneThatIsCut() throws IOException {
		List<String> held = new ArrayList<>();
		try (Stream<Path> files = sample()) {
			files.forEach((file) -> {
				String sender = SAMPLE.relativize(file).getName(0).toString();
				ending(file, sender).doubts().forEach((doubt) -> held.add(SAMPLE.relativize(file) + " " + text(doubt)));
			});
		}
		assertThat(held).hasSize(1).first().asString().startsWith("420684/class-size-2023-2024.csv sensor.last-line");
	}

	@ParameterizedTest
	@EnumSource(Sensor.class)
	void hasASentenceATitleAndAnExplanationInBothLanguages(Sensor sensor) {
		for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
			Messages messages = new Messages(language);
			List<String> texts = List.of(messages.text(sensor.id()), messages.text(sensor.titleKey()),
					messages.text(sensor.aboutKey()));
			assertThat(texts).doesNotHaveDuplicates().allMatch((text) -> text.length() > 3);
			assertThat(Sensor.of(sensor.id())).contains(sensor);
		}
	}

}
