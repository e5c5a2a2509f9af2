package org.dudao.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dudao.message.Message;

/**
 * What has been found wrong so far. Of a value that the schema refuses nothing else is
 * said: what follows from a mistake is no mistake of its own.
 */
final class Mistakes {

	private static final Comparator<Mistake> IN_ORDER = Comparator.comparing(Mistake::file)
		.thenComparingInt(Mistake::line)
		.thenComparingInt(Mistake::column);

	private final List<Mistake> all = new ArrayList<>();

	private final Set<String> unsure = new HashSet<>();

	/** Names of this kind may be in a file that cannot be read: none is unknown. */
	void unsureOf(String kind) {
		this.unsure.add(kind);
	}

	boolean isUnsureOf(String kind) {
		return this.unsure.contains(kind);
	}

	void add(Yaml at, String code, Object... args) {
		add(new Mistake(at.file(), at.line(), at.column(), Message.of(code, args)));
	}

	void add(String file, String code, Object... args) {
		add(new Mistake(file, 0, 0, Message.of(code, args)));
	}

	void add(Mistake mistake) {
		boolean follows = mistake.line() > 0 && !mistake.message().code().startsWith("catalog.schema.")
				&& this.all.stream()
					.anyMatch((earlier) -> isRefusal(earlier) && IN_ORDER.compare(earlier, mistake) == 0);
		if (!follows && !this.all.contains(mistake)) {
			this.all.add(mistake);
		}
	}

	private static boolean isRefusal(Mistake mistake) {
		String code = mistake.message().code();
		return code.startsWith("catalog.schema.") && !code.equals("catalog.schema.required");
	}

	/**
	 * Ends the reading.
	 * @throws CatalogInvalid when anything was wrong
	 */
	void raise() {
		if (!this.all.isEmpty()) {
			this.all.sort(IN_ORDER);
			throw new CatalogInvalid(this.all);
		}
	}

}
