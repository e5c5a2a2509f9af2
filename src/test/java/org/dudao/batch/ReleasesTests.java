package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.CatalogReader;
import org.dudao.database.TestDatabase;
import org.dudao.finding.Explainer;
import org.dudao.report.Digest;
import org.dudao.report.Digest.Part;
import org.dudao.report.RunSummary;
import org.dudao.submission.Archive;
import org.dudao.submission.Submission.Hints;
import org.dudao.upkeep.Restored;
import org.dudao.upkeep.Site;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever has a warehouse of an earlier release goes on with it: what was in force is in
 * force, what was said is there, and the next night comes to what it would have come to
 * had this program read all files from the first on.
 */
class ReleasesTests {

	/**
	 * Two counties, two years and four parts of funding by stage, ten schools that
	 * rotate, two with buses.
	 */
	private static final int FACTS = 4 + 4 + 8 + 8 + 10 + 2;

	@TempDir
	private Path folder;

	/** The releases, with what their programs said of the warehouse at the end. */
	enum Release {

		/** Schema 3. */
		ISSUE_2(List.of("backbone-at-least-20-percent-of-rotated 420602 2023 OPEN",
				"rotation-at-least-10-percent 420602 2023 OPEN", "rotation-at-least-10-percent 420607 2024 OPEN")),

		/** Schema 8. */
		ISSUE_3(ISSUE_2.findings),

		/** Schema 17. */
		ISSUE_4(List.of("backbone-at-least-20-percent-of-rotated 420602 2023 VERIFIED",
				"backbone-at-least-20-percent-of-rotated 420606 2022 OPEN",
				"rotation-at-least-10-percent 420602 2023 RECTIFYING"));

		private final List<String> findings;

		Release(List<String> findings) {
			this.findings = findings;
		}

		Path backup() {
			return Path.of("src/test/resources/releases",
					name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".zip");
		}

	}

	@ParameterizedTest
	@EnumSource(Release.class)
	void goesOnInTheEmbeddedDatabase(Release release) throws IOException {
		goesOn(release, TestDatabase.H2);
	}

	@ParameterizedTest
	@EnumSource(Release.class)
	void goesOnInMariaDb(Release release) throws IOException {
		goesOn(release, TestDatabase.MARIADB);
	}

	private void goesOn(Release release, TestDatabase database) throws IOException {
		TestDatabase.Connection connection = database.fresh();
		Path home = House.newHome();
		try (Site site = Site.open(home, "--spring.datasource.url=" + connection.url(),
				"--spring.datasource.username=" + connection.user(),
				"--spring.datasource.password=" + connection.password())) {
			Restored restored = site.restore(release.backup());
			assertThat(restored.different()).isEmpty();
			assertThat(restored.schema()).isNotEqualTo(restored.contents().schema());
		}
		try (House house = House.at(connection, home)) {
			assertThat(house.jdbc()
				.sql("select concat(rule, ' ', region, ' ', period, ' ', state) from finding where state <> 'CLOSED'")
				.query(String.class)
				.list()).containsExactlyInAnyOrderElementsOf(release.findings);
			assertThat(facts(house)).isEqualTo(FACTS);
			assertThat(house.count("fact_school_buses where buses is not null")).isEqualTo(2);
			everyFindingIsExplained(house);

			house.put("420607/rotation-2025.csv", Sheets.rotation("420607", 2025, 60, 3, 1));
			RunSummary night = house.night();
			assertThat(house.submission("rotation-2025.csv").state().name()).isEqualTo("PUBLISHED");
			assertThat(night.run()).isPositive();
			assertThat(parts(house)).isEqualTo(parts(asIfReadAnew(house)));
		}
	}

	private static int facts(House house) {
		return house.jdbc().sql("select sum(facts) from slot").query(Integer.class).single();
	}

	/** Down to the lines of the archived file. */
	private static void everyFindingIsExplained(House house) {
		List<Long> findings = house.jdbc()
			.sql("select id from finding where state <> 'CLOSED'")
			.query(Long.class)
			.list();
		assertThat(findings).isNotEmpty()
			.allSatisfy((finding) -> assertThat(house.part(Explainer.class).explain(finding, null)).isPresent());
	}

	/** The same files, one after the other, in an empty place. */
	private static House asIfReadAnew(House house) throws IOException {
		House anew = House.on(TestDatabase.H2);
		List<Map<String, Object>> files = house.part(JdbcTemplate.class)
			.queryForList("select id, sender, file_name, sha256 from submission"
					+ " where state in ('PUBLISHED', 'SUPERSEDED') order by id");
		Archive archive = house.part(Archive.class);
		for (Map<String, Object> file : files) {
			String name = file.get("id") + "/" + file.get("file_name");
			anew.put(name, Files.readAllBytes(archive.path(String.valueOf(file.get("sha256")))));
			anew.take(
					new PlannedFile(anew.inbox().resolve(name), String.valueOf(file.get("sender")), Hints.NONE, null));
		}
		return anew;
	}

	/** What was said of findings is not in the files. */
	private static Map<Part, String> parts(House house) {
		Map<Part, String> parts = new EnumMap<>(house.part(Digest.class).of().parts());
		parts.remove(Part.FINDINGS);
		return parts;
	}

	@ParameterizedTest
	@EnumSource(TestDatabase.class)
	void digestIsThatWhichTheReleaseWithTheSameDigestPrinted(TestDatabase database) throws IOException {
		TestDatabase.Connection connection = database.fresh();
		Path home = House.newHome();
		try (Site site = Site.open(home, "--spring.datasource.url=" + connection.url(),
				"--spring.datasource.username=" + connection.user(),
				"--spring.datasource.password=" + connection.password())) {
			site.restore(Release.ISSUE_4.backup());
		}
		try (House house = House.at(connection, home)) {
			String version = house.jdbc()
				.sql("select catalog_version from run order by id desc limit 1")
				.query(String.class)
				.single();
			Path jobs = house.part(Catalogues.class).find(version).write(this.folder.resolve("jobs"));
			assertThat(new Digest(house.part(JdbcTemplate.class), CatalogReader.read(jobs)).of().digest())
				.isEqualTo("7c8b550d7cb7596ec001b81cd49c1bb4dbb694287d7db3a35407b382742bad4d");
		}
	}

}
