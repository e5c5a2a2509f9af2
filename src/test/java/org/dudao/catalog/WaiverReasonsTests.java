package org.dudao.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WaiverReasonsTests {

	private static final String TITLES = "title: {en: A, zh: 甲}, description: {en: B, zh: 乙}";

	@TempDir
	private Path directory;

	@Test
	void shippedReasonsAreInBothLanguagesAndSomeAreBounded() {
		List<WaiverReason> reasons = WaiverReasons.read(CatalogReader.read(Path.of("jobs")));

		assertThat(reasons).extracting(WaiverReason::name)
			.contains("one-time-funding", "boundary-change", "restatement-explained", "statistical-basis",
					"temporary-overload", "plan-approved");
		assertThat(reasons).allSatisfy((reason) -> {
			assertThat(reason.title().zh()).matches("(?s).*\\p{IsHan}.*");
			assertThat(reason.description().zh()).matches("(?s).*\\p{IsHan}.*");
			assertThat(reason.description().en()).doesNotMatch("(?s).*\\p{IsHan}.*");
		});
		assertThat(reasons).anySatisfy((reason) -> assertThat(reason.months()).isPositive());
		assertThat(reasons).anySatisfy((reason) -> assertThat(reason.isFor(Rule.Severity.BREACH)).isFalse());
	}

	@Test
	void catalogueMayHaveNone() throws IOException {
		SmallCatalog.copyTo(this.directory);

		assertThat(WaiverReasons.read(CatalogReader.read(this.directory))).isEmpty();
	}

	@Test
	void anotherReasonIsNoOtherCatalogue() throws IOException {
		SmallCatalog.copyTo(this.directory);
		String before = CatalogReader.read(this.directory).version();
		write("  - {waiver: one, " + TITLES + "}");

		assertThat(WaiverReasons.read(CatalogReader.read(this.directory))).hasSize(1);
		assertThat(CatalogReader.read(this.directory).version()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "severities: [grave] | 3", "months: 0 | 3", "until: 2027-01-01 | 3", "months: soon | 3" })
	void mistakeIsNamedWithItsLine(String more, int line) throws IOException {
		SmallCatalog.copyTo(this.directory);
		write("  - {waiver: one, " + TITLES + "}\n  - {waiver: two, " + TITLES + ", " + more + "}");
		Catalog catalog = CatalogReader.read(this.directory);

		assertThatExceptionOfType(CatalogInvalid.class).isThrownBy(() -> WaiverReasons.read(catalog))
			.satisfies((invalid) -> assertThat(invalid.mistakes()).allSatisfy(
					(mistake) -> assertThat(mistake.file() + ":" + mistake.line()).isEqualTo("waivers.yaml:" + line)));
	}

	@Test
	void codeStandsOnce() throws IOException {
		SmallCatalog.copyTo(this.directory);
		write("  - {waiver: one, " + TITLES + "}\n  - {waiver: one, " + TITLES + "}");
		Catalog catalog = CatalogReader.read(this.directory);

		assertThatExceptionOfType(CatalogInvalid.class).isThrownBy(() -> WaiverReasons.read(catalog))
			.satisfies((invalid) -> assertThat(invalid.mistakes())
				.extracting((mistake) -> mistake.line() + " " + mistake.message().code())
				.containsExactly("3 catalog.name.twice"));
	}

	private void write(String reasons) throws IOException {
		Files.writeString(this.directory.resolve("waivers.yaml"), "waivers:\n" + reasons + "\n");
	}

}
