package org.dudao.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.catalog.Field;
import org.dudao.catalog.Text;
import org.dudao.message.Words;
import org.jspecify.annotations.Nullable;

/**
 * The few values that a text can have, by all words that stand for them. Width, case and
 * blanks do not tell words apart.
 */
final class Categories {

	private final Map<String, String> values = new HashMap<>();

	private final Words names;

	Categories(List<Field.Category> categories) {
		for (Field.Category category : categories) {
			Stream
				.concat(Stream.of(category.value(), category.title().zh(), category.title().en()),
						category.names().stream())
				.forEach((name) -> this.values.putIfAbsent(HeaderCell.normal(name), category.value()));
		}
		this.names = Titles.list(categories.stream().map(Categories::shown).toList());
	}

	private static Text shown(Field.Category category) {
		if (category.names().isEmpty()) {
			return category.title();
		}
		return new Text(category.title().en() + category.names().stream().collect(Collectors.joining(", ", " (", ")")),
				category.title().zh() + category.names().stream().collect(Collectors.joining("、", "（", "）")));
	}

	/** The value that a cell stands for, or null. */
	@Nullable String find(String cell) {
		return this.values.get(HeaderCell.normal(cell));
	}

	/** All of them with their words, for people. */
	Words names() {
		return this.names;
	}

}
