package org.dudao.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.RowCheck;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/** The feed's conditions on one fact. */
final class RowChecks {

	private final Feed feed;

	private final List<Bound> checks;

	private record Bound(RowCheck check, Expression.Bound condition) {
	}

	RowChecks(Feed feed) {
		this.feed = feed;
		this.checks = feed.checks()
			.stream()
			.map((check) -> new Bound(check, check.expect().bind(feed::indexOf)))
			.toList();
	}

	/**
	 * Judges a fact.
	 * @param columns the columns of its item by field
	 * @param sensor is shown what holds and what does not
	 * @param issues what makes the row be rejected is added here
	 * @param notes what is only worth knowing is added here
	 */
	void judge(Fact fact, Map<String, Column> columns, SwapSensor sensor, List<Issue> issues, List<Issue> notes) {
		for (int i = 0; i < this.checks.size(); i++) {
			Bound bound = this.checks.get(i);
			BigDecimal holds = bound.condition.evaluate(fact.values());
			if (holds != null) {
				boolean failed = holds.signum() == 0;
				sensor.judged(i, fact, failed);
				if (failed) {
					Issue issue = new Issue(0, "", "", message(bound.check, fact, columns));
					(bound.check.severity() == RowCheck.Severity.REJECT ? issues : notes).add(issue);
				}
			}
		}
	}

	private Message message(RowCheck check, Fact fact, Map<String, Column> columns) {
		StringBuilder figures = new StringBuilder();
		Map<String, @Nullable BigDecimal> values = new HashMap<>();
		for (String field : check.expect().fields()) {
			BigDecimal value = decimal(fact.values()[this.feed.indexOf(field)]);
			values.put(field, value);
			Column column = columns.get(field);
			figures.append((figures.length() > 0) ? "; " : "")
				.append((column != null) ? column.header() : field)
				.append(" = ")
				.append((value != null) ? plain(value.scaleByPowerOfTen((column != null) ? -column.scale() : 0)) : "");
		}
		String text = check.expect().text();
		int from = comparison(text);
		int to = ("<>=".indexOf(text.charAt(from + 1)) >= 0) ? from + 2 : from + 1;
		return Message.of("row.check", Titles.words(check.title()), figures, side(text.substring(0, from), values),
				text.substring(from, to), side(text.substring(to), values));
	}

	/** Where the comparison stands that is not in brackets; every check has one. */
	private static int comparison(String text) {
		int depth = 0;
		int at = 0;
		while (depth > 0 || "<>=".indexOf(text.charAt(at)) < 0) {
			depth += (text.charAt(at) == '(') ? 1 : (text.charAt(at) == ')') ? -1 : 0;
			at++;
		}
		return at;
	}

	private static String side(String text, Map<String, @Nullable BigDecimal> values) {
		BigDecimal value = Expression.parse(text.strip()).evaluate(values::get);
		return (value != null) ? plain(value) : "";
	}

	private static String plain(BigDecimal value) {
		BigDecimal rounded = (value.scale() > 6) ? value.setScale(6, RoundingMode.HALF_EVEN) : value;
		return rounded.stripTrailingZeros().toPlainString();
	}

	static @Nullable BigDecimal decimal(@Nullable Object value) {
		return (value instanceof Long whole) ? BigDecimal.valueOf(whole) : (BigDecimal) value;
	}

}
