package org.dudao.cli;

import java.util.concurrent.Callable;

import org.dudao.batch.SchemaUpdate;
import org.dudao.warehouse.FactTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code dudao schema}: the statements that make the fact tables, for a DBA; with
 * {@code --apply} it brings all tables to where this program needs them.
 */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--apply", descriptionKey = "help.schema.apply")
	private boolean apply;

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			if (this.apply) {
				apply(engine.part(SchemaUpdate.class), screen);
			}
			else {
				statements(engine, screen);
			}
			return Exit.DONE;
		}
	}

	/** Each start of the program does it; this command does nothing else. */
	private static void apply(SchemaUpdate update, Screen screen) {
		Listing listing = new Listing("change");
		update.done().forEach((change) -> listing.add(change.lines().findFirst().orElse(change)));
		if (screen.format() != Format.text) {
			screen.show(listing);
			return;
		}
		listing.rows().forEach((row) -> screen.line("  " + row.get(0)));
		screen.say("schema.applied", listing.rows().size(), update.version());
	}

	private static void statements(Engine engine, Screen screen) {
		Listing listing = new Listing("feed", "ddl");
		engine.catalog().feeds().forEach((feed) -> {
			screen.line(FactTables.create(feed) + ";\n");
			listing.add(feed.name(), FactTables.create(feed));
		});
		if (screen.format() != Format.text) {
			screen.show(listing);
		}
	}

}
