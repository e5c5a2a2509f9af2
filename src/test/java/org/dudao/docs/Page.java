package org.dudao.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as a reader who follows it word for word sees it. */
record Page(Path path, String text) {

	/** A block whose opening fence says what to save it as. */
	private static final Pattern FILE = Pattern.compile("^```\\w+ (\\S+)\\n(.*?)^```$",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern HEADING = Pattern.compile("^#+ ", Pattern.MULTILINE);

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)");

	static Page of(Path path) throws IOException {
		return new Page(path, Files.readString(path));
	}

	/** All pages of the documentation. */
	static List<Page> all() throws IOException {
		List<Page> pages = new ArrayList<>();
		try (Stream<Path> root = Files.list(Path.of(".")); Stream<Path> docs = Files.walk(Path.of("docs"))) {
			for (Path path : Stream.concat(root, docs).filter((file) -> file.toString().endsWith(".md")).toList()) {
				pages.add(of(path));
			}
		}
		return pages;
	}

	/** The files that it tells its reader to write, by name. */
	Map<String, String> files() {
		Map<String, String> files = new LinkedHashMap<>();
		Matcher block = FILE.matcher(this.text);
		while (block.find()) {
			files.put(block.group(1), block.group(2));
		}
		return files;
	}

	/** The shipped catalogue, with the files of this page in it. */
	Path catalogueIn(Path directory) throws IOException {
		Path jobs = directory.resolve("jobs");
		try (Stream<Path> shipped = Files.walk(Path.of("jobs"))) {
			for (Path file : shipped.filter(Files::isRegularFile).toList()) {
				Path copy = directory.resolve(file);
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		for (Map.Entry<String, String> file : files().entrySet()) {
			if (file.getKey().startsWith("jobs/")) {
				Files.writeString(directory.resolve(file.getKey()), file.getValue());
			}
		}
		return jobs;
	}

	int headings() {
		return (int) HEADING.matcher(BLOCK.matcher(this.text).replaceAll("")).results().count();
	}

	/** Paths that it links to within the repository. */
	List<Path> links() {
		Path folder = this.path.toAbsolutePath().getParent();
		return LINK.matcher(this.text).results().map((link) -> folder.resolve(link.group(1)).normalize()).toList();
	}

}
