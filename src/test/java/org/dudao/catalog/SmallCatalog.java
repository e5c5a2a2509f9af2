package org.dudao.catalog;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small catalogue of another country, without a mistake. */
final class SmallCatalog {

	private SmallCatalog() {
	}

	static Path path() {
		try {
			return Path.of(SmallCatalog.class.getResource("small").toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void copyTo(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(path())) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = directory.resolve(path().relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

}
