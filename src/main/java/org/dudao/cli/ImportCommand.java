package org.dudao.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.dudao.batch.PlannedFile;
import org.dudao.submission.Submission.Hints;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dudao import}: files now. */
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ImportCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Mixin
	private FileOptions given = new FileOptions();

	@Option(names = "--accept", paramLabel = "REASON", descriptionKey = "help.accept")
	private @Nullable String accept;

	@Mixin
	private Author author = new Author();

	@Option(names = "--dry-run", descriptionKey = "help.dry-run")
	private boolean dryRun;

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Given checked = new Given(engine);
			String sender = this.given.sender(checked);
			Hints hints = new Hints(this.given.feed(checked), this.given.period(), checked.reason(this.accept),
					(this.accept != null) ? this.author.name() : null);
			List<PlannedFile> planned = this.given.files()
				.stream()
				.map((file) -> new PlannedFile(file.toAbsolutePath().normalize(), sender, hints, null,
						this.author.name()))
				.toList();
			if (this.dryRun) {
				return new PreviewRun(this.dudao.screen(), engine).run(planned);
			}
			return new WatchedRun(this.dudao.screen(), engine).run((pipeline) -> pipeline.importFiles(planned));
		}
	}

}
