package org.dudao.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.upkeep.Contents;

/** Says what is in a backup. */
final class ContentsText {

	private static final int SHOWN = 10;

	private final Screen screen;

	ContentsText(Screen screen) {
		this.screen = screen;
	}

	/** As text or, for programs, whole. */
	void show(String head, Path file, Contents contents) {
		if (this.screen.format() == Format.text) {
			this.screen.say(head, file, contents.tables().size(), contents.rows(), contents.files(), contents.bytes());
			this.screen.say("backup.of", this.screen.time(contents.createdAt()), contents.program(), contents.schema(),
					contents.vendor());
			Map<String, String> digest = contents.digest();
			this.screen.say((digest != null) ? "backup.digest" : "backup.no-digest",
					(digest != null) ? digest.get("digest") : "");
			files("backup.unlike", contents.unlike());
			files("backup.missing", contents.missing());
		}
		else if (this.screen.format() == Format.json) {
			this.screen.json(object(file, contents));
		}
		else {
			Listing listing = new Listing("table", "rows", "sum");
			contents.tables().forEach((table) -> listing.add(table.name(), table.rows(), table.sum()));
			this.screen.show(listing);
		}
	}

	private void files(String code, List<String> files) {
		if (!files.isEmpty()) {
			this.screen.say(code, files.size(), String.join(" ", files.subList(0, Math.min(SHOWN, files.size())))
					+ ((files.size() > SHOWN) ? " …" : ""));
		}
	}

	/** Where programs read. */
	static Map<String, Object> object(Path file, Contents contents) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("file", file.toString());
		object.put("contents", contents);
		return object;
	}

}
