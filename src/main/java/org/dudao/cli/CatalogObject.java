package org.dudao.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dudao.catalog.Check;
import org.dudao.catalog.Clause;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Layout;
import org.dudao.catalog.Parameter;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Text;
import org.dudao.catalog.Threshold;
import org.jspecify.annotations.Nullable;

/** What the catalogue declares told to a program, by the keys that its files have. */
final class CatalogObject {

	private CatalogObject() {
	}

	static Map<String, Object> of(Feed feed) {
		Map<String, Object> object = named("feed", feed.name(), feed.title());
		object.put("period", word(feed.period()));
		object.put("table", feed.table());
		object.put("primaryKey", feed.primaryKey());
		object.put("fields", feed.fields().stream().map(CatalogObject::field).toList());
		object.put("checks", feed.checks().stream().map((check) -> {
			Map<String, Object> one = named("id", check.id(), check.title());
			one.put("expect", check.expect().text());
			one.put("severity", word(check.severity()));
			return one;
		}).toList());
		Map<String, Object> acceptance = new LinkedHashMap<>();
		acceptance.put("maxRejectedRows", feed.acceptance().maxRejectedRows());
		acceptance.put("maxRowDrop", feed.acceptance().maxRowDrop());
		acceptance.put("maxRowFactor", feed.acceptance().maxRowFactor());
		acceptance.put("maxSumFactor", feed.acceptance().maxSumFactor());
		object.put("acceptance", acceptance);
		object.put("missingValues", feed.missingValues());
		object.put("suppressedValues", feed.suppressedValues());
		object.put("layouts", feed.layouts().stream().map(Layout::name).toList());
		return object;
	}

	static Map<String, Object> of(Scorecard card) {
		Map<String, Object> object = named("scorecard", card.name(), card.title());
		object.put("level", card.level());
		object.put("total", card.total());
		object.put("accounted", card.accounted());
		object.put("items", card.items().stream().map((item) -> {
			Map<String, Object> one = named("item", item.name(), item.title());
			one.put("points", item.points());
			one.put("rules", item.scoring().rules());
			put(one, "indicator", item.scoring().indicator());
			return one;
		}).toList());
		return object;
	}

	private static Map<String, Object> field(Field field) {
		Map<String, Object> object = named("name", field.name(), field.title());
		object.put("type", word(field.type()));
		put(object, "unit", field.unit());
		put(object, "part", field.part());
		object.put("headers", field.headers());
		put(object, "default", field.defaultValue());
		Field.Constraints constraints = field.constraints();
		object.put("required", constraints.required());
		put(object, "minimum", constraints.minimum());
		put(object, "maximum", constraints.maximum());
		put(object, "maxLength", constraints.maxLength());
		put(object, "pattern", (constraints.pattern() != null) ? constraints.pattern().pattern() : null);
		if (!field.categories().isEmpty()) {
			object.put("categories", field.categories().stream().map((category) -> {
				Map<String, Object> one = named("value", category.value(), category.title());
				one.put("names", category.names());
				return one;
			}).toList());
		}
		putSome(object, "trueValues", field.trueValues());
		putSome(object, "falseValues", field.falseValues());
		return object;
	}

	static Map<String, Object> of(Indicator indicator) {
		Map<String, Object> object = named("indicator", indicator.name(), indicator.title());
		object.put("unit", indicator.unit());
		put(object, "feed", indicator.feed());
		object.put("kind", word(indicator.kind()));
		put(object, "of", text(indicator.of()));
		put(object, (indicator.kind() == Indicator.Kind.VARIATION) ? "by" : "in", text(indicator.in()));
		if (!indicator.where().isEmpty()) {
			object.put("where", indicator.where());
		}
		put(object, "rows", text(indicator.rows()));
		put(object, "reported", indicator.reported());
		put(object, "prior", indicator.prior());
		put(object, "growth", indicator.growth());
		object.put("byStage", indicator.byStage());
		object.put("examples", indicator.examples().stream().map((example) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			put(one, "stage", example.stage());
			put(one, "period", example.period());
			put(one, "region", example.region());
			if (indicator.kind() == Indicator.Kind.FORMULA) {
				one.put("given", example.given());
			}
			else {
				one.put("rows", example.rows());
			}
			one.put("value", example.value());
			return one;
		}).toList());
		return object;
	}

	static Map<String, Object> of(Rule rule) {
		Map<String, Object> object = named("rule", rule.name(), rule.title());
		object.put("check", check(rule.check()));
		object.put("severity", word(rule.severity()));
		object.put("stages", rule.stages());
		object.put("levels", rule.levels());
		put(object, "from", rule.from());
		put(object, "until", rule.until());
		object.put("clauses", clauses(rule.clauses()));
		object.put("advice", text(rule.advice()));
		object.put("examples", rule.examples().stream().map((example) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("given", example.given());
			put(one, "stage", example.stage());
			put(one, "period", example.period());
			put(one, "region", example.region());
			one.put("then", word(example.then()));
			return one;
		}).toList());
		return object;
	}

	private static Map<String, Object> check(Check check) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("kind", check.kind());
		object.put("indicator", check.indicator());
		put(object, "than", check.than());
		if (check instanceof Check.Limit limit) {
			put(object, "parameter", limit.parameter());
			object.put("threshold", values(limit.thresholds()));
		}
		if (check instanceof Check.NeverDecreases never && never.materiality() != null) {
			object.put("materiality",
					Map.of("slight", never.materiality().slight(), "severe", never.materiality().severe()));
		}
		return object;
	}

	static Map<String, Object> of(Parameter parameter) {
		Map<String, Object> object = named("parameter", parameter.name(), parameter.title());
		object.put("unit", parameter.unit());
		object.put("values", values(parameter.values()));
		object.put("clauses", clauses(parameter.clauses()));
		return object;
	}

	private static List<Map<String, Object>> values(List<Threshold> values) {
		List<Map<String, Object>> objects = new ArrayList<>();
		for (Threshold value : values) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("value", value.value());
			one.put("stages", value.stages());
			one.put("regions", value.regions());
			put(one, "from", value.from());
			put(one, "until", value.until());
			objects.add(one);
		}
		return objects;
	}

	private static List<Map<String, Object>> clauses(List<Clause> clauses) {
		List<Map<String, Object>> objects = new ArrayList<>();
		for (Clause clause : clauses) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("document", clause.document());
			put(one, "number", clause.number());
			put(one, "article", clause.article());
			one.put("quote", clause.quote());
			one.put("confidence", clause.confidence().name());
			objects.add(one);
		}
		return objects;
	}

	private static Map<String, Object> named(String kind, String name, Text title) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put(kind, name);
		object.put("title", text(title));
		return object;
	}

	private static Map<String, String> text(Text text) {
		Map<String, String> both = new LinkedHashMap<>();
		both.put("en", text.en());
		both.put("zh", text.zh());
		return both;
	}

	private static @Nullable String text(@Nullable Expression expression) {
		return (expression != null) ? expression.text() : null;
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static void put(Map<String, Object> object, String key, @Nullable Object value) {
		if (value != null) {
			object.put(key, value);
		}
	}

	private static void putSome(Map<String, Object> object, String key, List<String> values) {
		if (!values.isEmpty()) {
			object.put(key, values);
		}
	}

}
