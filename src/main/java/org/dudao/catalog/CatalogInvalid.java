package org.dudao.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.dudao.message.Messages;

/** The catalogue cannot be used: all that is wrong with it, by file and line. */
public final class CatalogInvalid extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Mistake> mistakes;

	CatalogInvalid(List<Mistake> mistakes) {
		super(mistakes.stream()
			.map((mistake) -> mistake.file() + ":" + mistake.line() + ": "
					+ new Messages(Locale.ENGLISH).text(mistake.message()))
			.collect(Collectors.joining("; ")));
		this.mistakes = List.copyOf(mistakes);
	}

	/** The mistakes, at least one, in the order of file, line and column. */
	public List<Mistake> mistakes() {
		return this.mistakes;
	}

}
