package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.dudao.batch.PlannedFile;
import org.dudao.submission.Submission.Hints;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao import}: files now. */
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ImportCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "help.file")
	private List<Path> files;

	@Option(names = "--sender", paramLabel = "CODE", descriptionKey = "help.sender")
	private @Nullable String sender;

	@Option(names = "--feed", paramLabel = "FEED", descriptionKey = "help.feed")
	private @Nullable String feed;

	@Option(names = "--period", paramLabel = "YEAR", descriptionKey = "help.period")
	private @Nullable Integer period;

	@Option(names = "--accept", paramLabel = "REASON", descriptionKey = "help.accept")
	private @Nullable String accept;

	@Option(names = "--by", paramLabel = "NAME", descriptionKey = "help.by", defaultValue = "${sys:user.name}")
	private String officer;

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Given given = new Given(engine);
			String checkedSender = given.sender(this.sender);
			Hints hints = new Hints(given.feed(this.feed), this.period, given.reason(this.accept),
					(this.accept != null) ? this.officer : null);
			List<PlannedFile> planned = new ArrayList<>();
			for (Path file : this.files) {
				if (!Files.isRegularFile(file)) {
					throw new Refusal("failed.no-file", file);
				}
				planned.add(new PlannedFile(file.toAbsolutePath().normalize(), checkedSender, hints, null));
			}
			return new WatchedRun(this.dudao.screen(), engine).run((pipeline) -> pipeline.importFiles(planned));
		}
	}

}
