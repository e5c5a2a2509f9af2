package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dudao.submission.Runs;
import org.dudao.upkeep.Contents;
import org.dudao.upkeep.Restored;
import org.dudao.upkeep.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao restore}: fills an empty place from a backup. */
@Command(name = "restore", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RestoreCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "FILE", descriptionKey = "help.restore.file")
	private Path file;

	@Option(names = "--dry-run", descriptionKey = "help.restore.dry-run")
	private boolean dryRun;

	@Override
	public Integer call() throws IOException {
		Screen screen = this.dudao.screen();
		if (this.dryRun) {
			new ContentsText(screen).show("restore.whole", this.file, Site.look(this.file));
			return Exit.DONE;
		}
		try (Site site = this.dudao.site()) {
			return show(site.restore(this.file), screen);
		}
	}

	private int show(Restored restored, Screen screen) {
		Contents contents = restored.contents();
		if (screen.format() == Format.json) {
			Map<String, Object> object = ContentsText.object(this.file, contents);
			object.put("schema", restored.schema());
			object.put("digest", restored.digest());
			object.put("different", restored.different());
			screen.json(object);
		}
		else {
			new ContentsText(screen).show("restore.done", this.file, contents);
			screen.say("restore.rows", contents.rows());
			if (!restored.schema().equals(contents.schema())) {
				screen.say("restore.migrated", contents.schema(), restored.schema());
			}
			digest(restored, screen);
		}
		boolean checked = restored.isCompared() || !contents.hasRuns();
		return checked && restored.different().isEmpty() ? Exit.DONE : Exit.NEEDS_OFFICER;
	}

	private static void digest(Restored restored, Screen screen) {
		Contents contents = restored.contents();
		if (!restored.different().isEmpty()) {
			screen.say("restore.digest-differs", String.valueOf(restored.digest()),
					String.join(", ", restored.different()), contents.program(), contents.schema(), Runs.program(),
					restored.schema());
		}
		else if (restored.isCompared()) {
			screen.say("restore.digest");
		}
		else if (contents.catalog() != null) {
			screen.say("restore.catalog-unreadable", contents.catalog(), contents.program());
		}
		else if (contents.hasRuns()) {
			screen.say("restore.no-digest");
		}
	}

}
