package org.dudao.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import org.dudao.assessment.Assessments;
import org.dudao.assessment.HtmlPage;
import org.dudao.assessment.Report;
import org.dudao.catalog.ReportForm;
import org.dudao.catalog.ReportForms;
import org.dudao.region.Region;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

	@Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "help.as-of", converter = Moment.class)
	private @Nullable Instant asOf;

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			List<ReportForm> forms = ReportForms.read(engine.catalog());
			if (forms.isEmpty()) {
				throw new Refusal("report.no-form", engine.catalog().directory());
			}
			new Given(engine).region(this.region);
			Region place = engine.regions()
				.byCode(this.region, this.period)
				.orElseThrow(() -> new Refusal("report.region-not-then", this.region, String.valueOf(this.period)));
			Report report = engine.part(Assessments.class)
				.of(forms.get(0), place, this.period, screen.locale(), this.asOf);
			byte[] page = new HtmlPage().of(report).getBytes(StandardCharsets.UTF_8);
			Path file = file("html");
			Files.write(file, page);
			screen.say("report.written", file, report.sections().size(), report.notes().size());
			return Exit.DONE;
		}
	}

	private Path file(String ending) {
		return (this.output != null) ? this.output
				: Path.of("report-" + this.region + "-" + this.period + "." + ending);
	}

}
