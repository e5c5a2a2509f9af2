package org.dudao.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dudao.catalog.CatalogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DataDictionaryTests {

	private static final Path PAGES = Path.of("docs/catalogue");

	private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]+))?\\)");

	private final DataDictionary dictionary = new DataDictionary(CatalogReader.read(Path.of("jobs")));

	/** After a change of the catalogue: {@code ./dudao catalog docs}. */
	@Test
	void pagesInDocsAreThoseOfTheCatalogue() throws IOException {
		assertThat(files(PAGES)).isEqualTo(this.dictionary.pages());
	}

	@Test
	void everyLinkLeadsToAPageAndAHeading() {
		Map<String, String> pages = this.dictionary.pages();
		List<String> dead = new ArrayList<>();
		pages.forEach((name, page) -> LINK.matcher(page).results().forEach((link) -> {
			String target = Path.of(name).resolveSibling(link.group(1)).normalize().toString();
			boolean leads = pages.containsKey(target)
					&& (link.group(2) == null || pages.get(target).contains("\n## " + link.group(2) + "\n"));
			if (!leads) {
				dead.add(name + ": " + link.group());
			}
		}));
		assertThat(dead).isEmpty();
		assertThat(pages.values().stream().flatMap((page) -> LINK.matcher(page).results()).map(MatchResult::group))
			.hasSizeGreaterThan(100);
	}

	@Test
	void pageOfAFeedThatIsGoneIsRemovedAndNothingElse(@TempDir Path folder) throws IOException {
		Files.createDirectories(folder.resolve("en/feeds"));
		Files.writeString(folder.resolve("en/feeds/gone.md"), "# gone");
		Files.writeString(folder.resolve("SOURCE.txt"), "kept");
		this.dictionary.write(folder);
		assertThat(folder.resolve("en/feeds/gone.md")).doesNotExist();
		assertThat(folder.resolve("SOURCE.txt")).hasContent("kept");
		assertThat(files(folder)).isEqualTo(this.dictionary.pages());
	}

	private static Map<String, String> files(Path folder) throws IOException {
		Map<String, String> pages = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".md")).toList()) {
				pages.put(folder.relativize(file).toString(), Files.readString(file));
			}
		}
		return pages;
	}

}
