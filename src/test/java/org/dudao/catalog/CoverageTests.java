package org.dudao.catalog;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every figure of the source reports is a figure of a feed or context with a reason, and
 * every demand that the regulation notes list is covered or said not to be.
 */
class CoverageTests {

	private static final Path TABLES = Path.of("src/test/resources/org/dudao/catalog/coverage");

	private final Catalog catalog = CatalogReader.read(Path.of("jobs"));

	@Test
	void everyFigureOfTheReportsIsInAFeedOrIsContext() throws IOException, CsvValidationException {
		Set<String> said = this.catalog.coverage()
			.figures()
			.stream()
			.map((figure) -> figure.report() + " " + figure.quote())
			.collect(Collectors.toSet());
		assertThat(column("figures.csv", "report", "quote")).hasSize(105).isSubsetOf(said);
	}

	@Test
	void everyDemandIsCoveredOrSaidNotToBe() throws IOException, CsvValidationException {
		assertThat(this.catalog.coverage().requirements()).extracting(Coverage.Requirement::id)
			.containsAll(column("requirements.csv", "id"));
	}

	@Test
	void everyFigureNamesTheFieldsThatBringIt() {
		assertThat(this.catalog.coverage().figures()).allSatisfy((figure) -> {
			assertThat(figure.fields().isEmpty()).as(figure.quote()).isEqualTo(figure.feed() == null);
			assertThat(figure.context() == null).as(figure.quote()).isEqualTo(figure.feed() != null);
		});
	}

	@Test
	void everyRuleAnswersADemand() {
		Set<String> answering = this.catalog.coverage()
			.requirements()
			.stream()
			.flatMap((requirement) -> requirement.rules().stream())
			.collect(Collectors.toSet());
		assertThat(this.catalog.rules()).extracting(Rule::name).allMatch(answering::contains);
	}

	private static List<String> column(String table, String... headers) throws IOException, CsvValidationException {
		List<String> rows = new java.util.ArrayList<>();
		try (Reader text = Files.newBufferedReader(TABLES.resolve(table));
				CSVReaderHeaderAware csv = new CSVReaderHeaderAware(text)) {
			for (var row = csv.readMap(); row != null; row = csv.readMap()) {
				rows.add(List.of(headers).stream().map(row::get).collect(Collectors.joining(" ")));
			}
		}
		return rows;
	}

}
