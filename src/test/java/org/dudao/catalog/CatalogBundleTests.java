package org.dudao.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogBundleTests {

	private static final Path JOBS = Path.of("jobs");

	@Test
	void catalogueThatIsWrittenOutAgainIsTheSameVersion(@TempDir Path folder) throws IOException {
		CatalogBundle bundle = CatalogReader.bundle(JOBS);
		assertThat(bundle.names())
			.contains("stages.yaml", "regions/areacodes-1981-2025-with-changes.csv", "rules/funding.yaml")
			.doesNotContain("schema/rules.schema.json");
		Path written = CatalogBundle.of(bundle.bytes()).write(folder.resolve("again"));
		assertThat(written).isEqualTo(folder.resolve("again"));
		Catalog catalog = CatalogReader.read(written);
		assertThat(catalog.version()).isEqualTo(CatalogReader.read(JOBS).version()).isEqualTo(bundle.version());
		assertThat(catalog.rules()).isEqualTo(CatalogReader.read(JOBS).rules());
		for (String name : bundle.names()) {
			assertThat(written.resolve(name)).hasSameBinaryContentAs(JOBS.resolve(name));
		}
	}

	@Test
	void regionsBesideTheCatalogueAreKeptWithItAndNothingIsWrittenElsewhere(@TempDir Path folder) throws IOException {
		Path jobs = folder.resolve("site/jobs");
		FileSystemUtils.copyRecursively(JOBS, jobs);
		String regions = CatalogReader.read(jobs).regions().file().getFileName().toString();
		Files.move(CatalogReader.read(jobs).regions().file(), folder.resolve("site").resolve(regions));
		Path yaml = jobs.resolve("regions.yaml");
		Files.writeString(yaml, Files.readString(yaml).replaceFirst("file: .*", "file: ../" + regions));

		Path written = CatalogReader.bundle(jobs).write(folder.resolve("again"));
		assertThat(written).isEqualTo(folder.resolve("again/jobs"));
		assertThat(folder.resolve("again").resolve(regions)).exists();
		assertThat(CatalogReader.read(written).version()).isEqualTo(CatalogReader.read(jobs).version());
	}

	@Test
	void oneByteMoreIsAnotherVersion(@TempDir Path folder) throws IOException {
		FileSystemUtils.copyRecursively(JOBS, folder);
		Files.writeString(folder.resolve("stages.yaml"), Files.readString(folder.resolve("stages.yaml")) + "\n");
		assertThat(CatalogReader.bundle(folder).version()).isNotEqualTo(CatalogReader.bundle(JOBS).version());
	}

	@Test
	void otherBytesAreRefused() {
		for (String bytes : List.of("year,region\n", "\0\0\0\0\0\0\0\1a", "\0\0\0\0\0\0\0\1a\0\0\0\0\0\0\0\5b")) {
			assertThatThrownBy(() -> CatalogBundle.of(bytes.getBytes(StandardCharsets.ISO_8859_1)))
				.isInstanceOf(IOException.class);
		}
	}

}
