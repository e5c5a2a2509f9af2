package org.dudao.cli;

import java.io.IOException;
import java.util.List;

import org.dudao.batch.Pipeline;
import org.dudao.batch.PlannedFile;
import org.dudao.batch.Preview;
import org.dudao.warehouse.FactChanges.SlotChange;

/** Shows what an import of files would do. */
final class PreviewRun {

	private final Screen screen;

	private final Engine engine;

	PreviewRun(Screen screen, Engine engine) {
		this.screen = screen;
		this.engine = engine;
	}

	/**
	 * Looks ahead.
	 * @return the exit code that the import would end with
	 */
	int run(List<PlannedFile> files) throws IOException {
		Preview preview = this.engine.part(Pipeline.class).preview(files);
		switch (this.screen.format()) {
			case text -> new PreviewText(this.engine, this.screen).show(preview);
			case json -> this.screen.json(new PreviewObject(this.engine, this.screen).of(preview));
			case csv -> this.screen.show(slots(preview));
		}
		if (preview.summary().failed() > 0) {
			return Exit.FAILED;
		}
		return preview.summary().needsOfficer() ? Exit.NEEDS_OFFICER : Exit.DONE;
	}

	private static Listing slots(Preview preview) {
		Listing listing = new Listing("region", "period", "feed", "part", "file", "replaces", "added", "removed",
				"changed");
		for (SlotChange change : preview.slots()) {
			listing.add(change.slot().slot().region(), change.slot().slot().period(), change.slot().slot().feed(),
					change.slot().slot().part(), PreviewText.names(preview.summary()).get(change.slot().submission()),
					change.slot().before(), change.added(), change.removed(), change.changed());
		}
		return listing;
	}

}
