package org.dudao.cli;

import java.util.concurrent.Callable;

import org.dudao.warehouse.FactTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code dudao schema}: the statements that make the fact tables, for a DBA. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			Listing listing = new Listing("feed", "ddl");
			engine.catalog().feeds().forEach((feed) -> {
				screen.line(FactTables.create(feed) + ";\n");
				listing.add(feed.name(), FactTables.create(feed));
			});
			if (screen.format() != Format.text) {
				screen.show(listing);
			}
			return Exit.DONE;
		}
	}

}
