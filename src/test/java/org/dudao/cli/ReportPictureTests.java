package org.dudao.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Reports as other programs show them. What is not installed is not tested, and the
 * result says what to install.
 */
class ReportPictureTests {

	private static final List<String> TITLES = List.of("基本情况", "教育经费投入", "教育公平", "教师队伍建设", "升降情况", "存在的主要问题", "自评得分",
			"数据依据");

	private static final String OVERLAPS = """
			<script>
			const hits = [];
			for (const svg of document.querySelectorAll('svg')) {
			  const texts = [...svg.querySelectorAll('text')].map((t) => [t.textContent.trim(), t.getBoundingClientRect()]);
			  const frame = svg.getBoundingClientRect();
			  texts.forEach(([word, a], i) => {
			    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.bottom > frame.bottom + 1) hits.push('out: ' + word);
			    texts.slice(i + 1).forEach(([other, b]) => {
			      if (a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom) hits.push(word + ' / ' + other);
			    });
			  });
			}
			document.body.innerHTML = '<p id="hits">' + document.querySelectorAll('svg').length + ' drawings: ' + hits.join('; ') + '</p>';
			</script>
			""";

	@TempDir
	private static Path root;

	private static Path html;

	private static Path docx;

	@BeforeAll
	static void writeReports() {
		Terminal terminal = new Terminal(root.resolve("home"));
		terminal.type("nightly", "--inbox", "sample-data/inbox");
		html = root.resolve("report.html");
		docx = root.resolve("report.docx");
		for (Path file : List.of(html, docx)) {
			terminal.typeIn("zh", "report", "--region", "420602", "--period", "2024", "-o", file.toString());
		}
	}

	@Test
	void pageOnPaperIsWholeWithItsFonts() throws IOException {
		needs("chromium", "pdffonts");
		Path pdf = root.resolve("page.pdf");
		chromium("--no-pdf-header-footer", "--print-to-pdf=" + pdf, html.toUri().toString());
		isWhole(pdf, 4, 40);
	}

	@Test
	void nothingOverlapsInADrawing() throws IOException {
		needs("chromium");
		Path scripted = root.resolve("scripted.html");
		String page = Files.readString(html).replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
		int drawings = page.split("<svg").length - 1;
		Files.writeString(scripted, page.replace("</body>", OVERLAPS + "</body>"));
		String shown = chromium("--dump-dom", scripted.toUri().toString());
		Matcher hits = Pattern.compile("<p id=\"hits\">(.*?)</p>", Pattern.DOTALL).matcher(shown);
		assertThat(hits.find()).as(shown).isTrue();
		assertThat(hits.group(1).strip()).isEqualTo(drawings + " drawings:");
	}

	@Test
	void wordFileIsWholeWithItsFontsInAnotherProgram() throws IOException {
		needs("soffice", "pdffonts");
		run("soffice", "-env:UserInstallation=" + root.resolve("office").toUri(), "--headless", "--convert-to", "pdf",
				"--outdir", root.toString(), docx.toString());
		isWhole(root.resolve("report.pdf"), 4, 40);
	}

	private static void isWhole(Path pdf, int least, int most) throws IOException {
		assertThat(pdf).isNotEmptyFile();
		List<String> fonts = run("pdffonts", pdf.toString()).lines().skip(2).toList();
		assertThat(fonts).isNotEmpty()
			.allSatisfy((font) -> assertThat(font.split("\\s+(?=yes|no)")[1]).startsWith("yes"))
			.anySatisfy((font) -> assertThat(font).containsAnyOf("CJK", "Type 3"));
		String pages = run("pdfinfo", pdf.toString()).lines()
			.filter((line) -> line.startsWith("Pages:"))
			.findFirst()
			.orElseThrow();
		assertThat(Integer.parseInt(pages.replaceAll("\\D", ""))).isBetween(least, most);
		String text = run("pdftotext", pdf.toString(), "-");
		assertThat(text).contains(TITLES).doesNotContain("\uFFFD", "{{");
	}

	private static String chromium(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("chromium", "--headless", "--no-sandbox", "--disable-gpu",
				"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--user-data-dir=" + Files.createTempDirectory(root, "browser")));
		command.addAll(List.of(arguments));
		return run(command.toArray(String[]::new));
	}

	private static void needs(String... programs) {
		for (String program : programs) {
			boolean there = List.of(System.getenv("PATH").split(":"))
				.stream()
				.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
			assumeTrue(there, program + " is not installed. For this test: apt-get install chromium libreoffice-writer"
					+ " fonts-noto-cjk poppler-utils");
		}
	}

	/** What a program writes, in at most some minutes. */
	private static String run(String... command) throws IOException {
		Path out = Files.createTempFile(root, "out", ".txt");
		Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(String.join(" ", command)).isTrue();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IOException("stopped while waiting for " + command[0], stopped);
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readString(out, StandardCharsets.UTF_8);
	}

}
