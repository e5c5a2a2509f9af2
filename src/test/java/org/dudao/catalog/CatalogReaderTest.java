package org.dudao.catalog;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogReaderTest {

	@TempDir
	Path directory;

	@Test
	void readsCatalogueOfAnotherCountry() {
		Catalog catalog = CatalogReader.read(SmallCatalog.path());

		Feed feed = catalog.feed("visits").orElseThrow();
		assertThat(feed.table()).isEqualTo("fact_visits");
		assertThat(feed.period()).isEqualTo(PeriodKind.SCHOOL_YEAR);
		assertThat(feed.field("visits").orElseThrow().constraints())
			.isEqualTo(new Field.Constraints(false, BigDecimal.ZERO, new BigDecimal("1000000"), null, null));
		assertThat(feed.acceptance()).isEqualTo(new Acceptance(new BigDecimal("0.05"), new BigDecimal("0.3")));
		assertThat(feed.missingValues()).containsExactly("", "n/a");
		assertThat(feed.suppressedValues()).isEmpty();
		assertThat(feed.layouts()).extracting(Layout::name).containsExactly("wide", "loans-only", "plain");
		assertThat(feed.layouts().get(1).unpivot()).isEqualTo(new Layout.Unpivot("stage",
				Map.of("primary", "P", "junior", "J"), null, Map.of("loans", "Loans {case}")));
		assertThat(catalog.regions().levels()).containsEntry("state", "province");
		assertThat(catalog.regions().file()).hasFileName("regions.csv");
		assertThat(catalog.indicator("loans-per-visit").orElseThrow())
			.isEqualTo(new Indicator("loans-per-visit", new Text("Loans per visit", "每次借书"), "book/visit", "visits",
					Indicator.Kind.RATIO, Expression.parse("loans"), Expression.parse("visits"), null, Map.of(), null,
					null, null, true, List.of()));
		assertThat(catalog.rule("enough-loans").orElseThrow().check()).isEqualTo(
				new Check.AtLeast("loans-per-visit", List.of(threshold("1", "primary"), threshold("2", "junior"))));
		assertThat(catalog.rule("enough-loans").orElseThrow().levels()).containsExactly("county");
	}

	@Test
	void readsThresholdsByStageRegionAndYears() throws IOException {
		change("rules/visits.yaml", "threshold: {primary: 1, junior: 2}",
				"threshold: [{value: 1}, {value: 2.5, stages: [junior], regions: [N1], from: 2024, until: 2026}]");

		assertThat(CatalogReader.read(this.directory).rule("enough-loans").orElseThrow().check())
			.isEqualTo(new Check.AtLeast("loans-per-visit",
					List.of(new Threshold(BigDecimal.ONE, List.of(), List.of(), null, null),
							new Threshold(new BigDecimal("2.5"), List.of("junior"), List.of("N1"), 2024, 2026))));
	}

	@Test
	void keepsWordsThatYamlOnceTookForSomethingElse() throws IOException {
		change("stages.yaml", "names: [grades 1-6]", "names: [no, 0101, 1:30, 2024-01-01]");

		assertThat(CatalogReader.read(this.directory).stage("primary").orElseThrow().names()).containsExactly("no",
				"0101", "1:30", "2024-01-01");
	}

	@Test
	void hasTheSameVersionInAnotherPlace() throws IOException {
		SmallCatalog.copyTo(this.directory);

		assertThat(CatalogReader.read(this.directory).version()).hasSize(64)
			.isEqualTo(CatalogReader.read(SmallCatalog.path()).version());
	}

	@ParameterizedTest
	@ValueSource(strings = { "stages.yaml", "regions.csv", "feeds/visits.yaml", "rules/visits.yaml" })
	void hasAnotherVersionWhenAFileDiffers(String file) throws IOException {
		SmallCatalog.copyTo(this.directory);
		Files.writeString(this.directory.resolve(file), Files.readString(this.directory.resolve(file)) + "\n");

		assertThat(CatalogReader.read(this.directory).version())
			.isNotEqualTo(CatalogReader.read(SmallCatalog.path()).version());
	}

	private void change(String file, String replaced, String by) throws IOException {
		SmallCatalog.copyTo(this.directory);
		Path path = this.directory.resolve(file);
		Files.writeString(path, Files.readString(path).replace(replaced, by));
	}

	private static Threshold threshold(String value, String stage) {
		return new Threshold(new BigDecimal(value), List.of(stage), List.of(), null, null);
	}

}
