package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.dudao.upkeep.Contents;
import org.dudao.upkeep.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao backup}: database and archive of one moment in one file. */
@Command(name = "backup", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class BackupCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "FILE", descriptionKey = "help.backup.file")
	private Path file;

	@Override
	public Integer call() throws IOException {
		try (Site site = this.dudao.site()) {
			Contents made = site.backup(this.file);
			new ContentsText(this.dudao.screen()).show("backup.done", this.file, made);
			return made.unlike().isEmpty() && made.missing().isEmpty() ? Exit.DONE : Exit.NEEDS_OFFICER;
		}
	}

}
