package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.database.TestDatabase;
import org.dudao.submission.Archive;
import org.dudao.submission.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every catalogue that ran can be had again. */
class CataloguesTests {

	@Test
	void runKeepsItsCatalogueOnceAndSaysWhatComputedIt(@TempDir Path jobs) throws IOException {
		House house = House.on(TestDatabase.H2);
		long first = house.night().run();
		String version = house.part(Catalog.class).version();
		Path kept = house.part(Archive.class).path(version);
		Files.setLastModifiedTime(kept, FileTime.fromMillis(0));
		long second = house.night().run();
		assertThat(Files.getLastModifiedTime(kept)).as("not written again").isEqualTo(FileTime.fromMillis(0));

		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Files.writeString(jobs.resolve("stages.yaml"), Files.readString(jobs.resolve("stages.yaml")) + "\n");
		try (House changed = house.with(jobs)) {
			long third = changed.night().run();
			List<Runs.CatalogUse> uses = changed.part(Runs.class).catalogues();
			assertThat(uses).extracting(Runs.CatalogUse::runs, Runs.CatalogUse::first, Runs.CatalogUse::last)
				.containsExactly(org.assertj.core.groups.Tuple.tuple(1, third, third),
						org.assertj.core.groups.Tuple.tuple(2, first, second));
			assertThat(uses)
				.allSatisfy((use) -> assertThat(changed.part(Catalogues.class).find(use.version()).version())
					.isEqualTo(use.version()));
		}
		assertThat(house.count("run where program_version = ?", Runs.program())).isEqualTo(3);
		Files.writeString(kept, "something else");
		assertThatThrownBy(() -> house.part(Catalogues.class).find(version)).isInstanceOf(IOException.class);
	}

	@Test
	void runDoesNotBeginWithACatalogueThatIsNoLongerThere(@TempDir Path jobs) throws IOException {
		House house = House.on(TestDatabase.H2);
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Files.writeString(jobs.resolve("stages.yaml"), Files.readString(jobs.resolve("stages.yaml")) + "\n");
		try (House changed = house.with(jobs)) {
			Files.writeString(jobs.resolve("stages.yaml"), Files.readString(jobs.resolve("stages.yaml")) + "\n");
			assertThat(CatalogReader.read(jobs).version()).isNotEqualTo(changed.part(Catalog.class).version());
			assertThatThrownBy(changed::night).isInstanceOf(CatalogChanged.class);
			assertThat(changed.count("run")).isZero();
			assertThat(changed.files("archive")).isEmpty();
		}
	}

}
