package org.dudao.intake;

import java.util.Collection;
import java.util.stream.Collectors;

import org.dudao.catalog.Text;
import org.dudao.message.Words;

/** What the catalogue calls things, as arguments of messages. */
final class Titles {

	private Titles() {
	}

	static Words words(Text title) {
		return new Words(title.en(), title.zh());
	}

	/** Several titles, one after the other. */
	static Words list(Collection<Text> titles) {
		return new Words(titles.stream().map(Text::en).collect(Collectors.joining(", ")),
				titles.stream().map(Text::zh).collect(Collectors.joining("、")));
	}

}
