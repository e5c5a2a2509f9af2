package org.dudao.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What expressions at one place of the catalogue can name: the figures, the texts and the
 * period of a feed, or the operands of a formula; parameters; and what {@code let} names.
 */
final class Scope {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final @Nullable Feed feed;

	private final List<String> stages;

	private final Set<String> known = new LinkedHashSet<>();

	private final Map<String, Expression> let = new LinkedHashMap<>();

	private Scope(Mistakes mistakes, @Nullable Feed feed, List<String> stages) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.feed = feed;
		this.stages = stages;
	}

	/** The fields of a feed and parameters. */
	static Scope of(Mistakes mistakes, Feed feed, List<String> stages, Collection<String> parameters) {
		Scope scope = new Scope(mistakes, feed, stages);
		feed.fields().forEach((field) -> scope.known.add(field.name()));
		scope.known.addAll(parameters);
		return scope;
	}

	/** The operands of a formula and parameters. */
	static Scope of(Mistakes mistakes, Collection<String> operands, Collection<String> parameters) {
		Scope scope = new Scope(mistakes, null, List.of());
		scope.known.addAll(operands);
		scope.known.addAll(parameters);
		return scope;
	}

	/** Reads names for expressions; each may use those before it. */
	void let(Yaml yaml) {
		yaml.entries().forEach((name, text) -> {
			if (this.known.contains(name)) {
				this.mistakes.add(yaml.keys().get(name), "catalog.let.taken", name);
			}
			Expression expression = figure(text);
			if (expression != null) {
				this.let.put(name, expression);
			}
			this.known.add(name);
		});
	}

	/** The expression with all that {@code let} names replaced, or null. */
	@Nullable Expression figure(Yaml text) {
		Expression expression = this.lookup.expression(text);
		if (expression == null) {
			return null;
		}
		for (String name : expression.figures()) {
			if (this.lookup.isKnown(text, name, "name", this.known) && this.feed != null) {
				this.feed.field(name).ifPresent((field) -> isFigure(text, field));
			}
		}
		expression.texts().forEach((name, words) -> {
			if (this.lookup.isKnown(text, name, "name", this.known)) {
				isText(text, name, words);
			}
		});
		return expression.with(this.let);
	}

	/** The same, which must be a condition. */
	@Nullable Expression condition(Yaml text) {
		Expression expression = figure(text);
		if (expression != null && !expression.isCondition()) {
			this.mistakes.add(text, "catalog.expression.condition", text.text());
		}
		return expression;
	}

	private void isFigure(Yaml at, Field field) {
		if (!field.type().isMeasure() && field.type() != FieldType.PERIOD) {
			this.mistakes.add(at, "catalog.field.measure", field.name());
		}
	}

	private void isText(Yaml at, String name, Set<String> words) {
		Field field = (this.feed != null) ? this.feed.field(name).orElse(null) : null;
		if (field == null || field.type().isMeasure() || field.type() == FieldType.PERIOD) {
			this.mistakes.add(at, "catalog.field.text", name);
			return;
		}
		for (String word : words) {
			if (field.type() == FieldType.STAGE) {
				this.lookup.isKnown(at, word, "stage", this.stages);
			}
			if (!field.categories().isEmpty()) {
				this.lookup.isKnown(at, word, "category",
						field.categories().stream().map(Field.Category::value).toList());
			}
		}
	}

}
