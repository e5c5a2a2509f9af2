package org.dudao.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.dudao.assessment.Assessments;
import org.dudao.assessment.HtmlPage;
import org.dudao.assessment.Report;
import org.dudao.assessment.WordFile;
import org.dudao.catalog.ReportForm;
import org.dudao.catalog.ReportForms;
import org.dudao.region.Region;
import org.dudao.submission.Horizon;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dudao report}: the self-assessment of a region. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReportCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--region", required = true, paramLabel = "CODE", descriptionKey = "help.report.region")
	private String region;

	@Option(names = "--period", required = true, paramLabel = "YEAR", descriptionKey = "help.report.period")
	private int period;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", descriptionKey = "help.report.output")
	private @Nullable Path output;

	@Mixin
	private AsOfOption asOf = new AsOfOption();

	@Override
	public Integer call() throws IOException {
		Format form = form();
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen(Format.text);
			List<ReportForm> forms = ReportForms.read(engine.catalog());
			if (forms.isEmpty()) {
				throw new Refusal("report.no-form", engine.catalog().directory());
			}
			new Given(engine).region(this.region);
			Region place = engine.regions()
				.byCode(this.region, this.period)
				.orElseThrow(() -> new Refusal("report.region-not-then", this.region, String.valueOf(this.period)));
			Instant moment = this.asOf.moment();
			if (moment != null) {
				engine.part(Horizon.class).check(moment);
			}
			Report report = engine.part(Assessments.class)
				.of(forms.get(0), place, this.period, screen.locale(), moment);
			Path file = file(form);
			Files.write(file, (form == Format.docx) ? new WordFile(template(engine, forms.get(0))).of(report)
					: new HtmlPage().of(report).getBytes(StandardCharsets.UTF_8));
			this.asOf.head(screen);
			screen.say("report.written", file, report.sections().size(), report.notes().size());
			return Exit.DONE;
		}
	}

	/** What is asked for, else what the file is called. */
	private Format form() {
		Format asked = this.dudao.format();
		if (asked == Format.json || asked == Format.csv) {
			throw new Refusal("report.format", asked);
		}
		boolean word = this.output != null && this.output.toString().toLowerCase(Locale.ROOT).endsWith(".docx");
		return (asked != Format.text) ? asked : word ? Format.docx : Format.html;
	}

	private Path file(Format form) {
		return (this.output != null) ? this.output : Path.of("report-" + this.region + "-" + this.period + "." + form);
	}

	/** A Word file beside the form is its template. */
	private static @Nullable Path template(Engine engine, ReportForm form) {
		Path beside = engine.catalog().directory().resolve("reports").resolve(form.name() + ".docx");
		return Files.isRegularFile(beside) ? beside : null;
	}

}
