package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.catalog.ReportForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue that comes in ConfigMaps is the one of {@code jobs/}. */
class MountedCatalogueTests {

	private static final Path JOBS = Path.of("jobs");

	private static final int LIMIT = 1 << 20;

	@TempDir
	private Path directory;

	@Test
	void everyFileOfTheCatalogueIsInTheConfigMapOfItsFolder() throws IOException {
		try (Stream<Path> files = Files.walk(JOBS, 2)) {
			List<String> expected = files.filter((file) -> file.toString().matches(".*\\.(yaml|csv)"))
				.filter((file) -> !file.endsWith("kustomization.yaml") && !file.getParent().endsWith("schema"))
				.map((file) -> JOBS.relativize(file).toString())
				.toList();
			assertThat(maps().stream().flatMap((map) -> files(map).stream()))
				.as("jobs/kustomization.yaml lists each file, in the entry of its folder")
				.containsExactlyInAnyOrderElementsOf(expected);
		}
	}

	@Test
	void noConfigMapIsTooLarge() {
		assertThat(maps()).hasSize(8).allSatisfy((map) -> {
			long bytes = 0;
			for (String file : files(map)) {
				bytes += Files.size(JOBS.resolve(file));
			}
			assertThat(bytes).as(map.get("name").asString()).isBetween(1L, LIMIT * 9L / 10);
		});
	}

	/**
	 * Files are links into a folder that begins with two dots, and that is changed as a
	 * whole.
	 */
	@Test
	void readsTheSameCatalogueFromMountedConfigMaps() throws IOException {
		Path mounted = this.directory.resolve("jobs");
		for (JsonNode map : maps()) {
			String folder = map.get("name").asString().replaceFirst("^dudao-jobs-?", "");
			for (String file : files(map)) {
				Path place = mounted.resolve(file);
				if (folder.isEmpty()) {
					Files.createDirectories(mounted);
					Files.copy(JOBS.resolve(file), place);
				}
				else {
					Path data = Files.createDirectories(place.resolveSibling("..2026_11_22_01_30_00.1"));
					Files.copy(JOBS.resolve(file), data.resolve(place.getFileName()));
					Path link = place.resolveSibling("..data");
					if (!Files.exists(link)) {
						Files.createSymbolicLink(link, data.getFileName());
					}
					Files.createSymbolicLink(place, Path.of("..data").resolve(place.getFileName()));
				}
			}
		}
		Catalog shipped = CatalogReader.read(JOBS);
		Catalog read = CatalogReader.read(mounted);

		assertThat(read.version()).isEqualTo(shipped.version());
		assertThat(ReportForms.read(read)).hasSameSizeAs(ReportForms.read(shipped)).isNotEmpty();
	}

	private static List<JsonNode> maps() {
		return Yamls.read(JOBS.resolve("kustomization.yaml")).get(0).get("configMapGenerator").valueStream().toList();
	}

	private static List<String> files(JsonNode map) {
		return map.get("files").valueStream().map(JsonNode::asString).toList();
	}

}
