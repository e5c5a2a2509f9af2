package org.dudao.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
		for (String field : check.expect().fields()) {
			Object value = fact.values()[this.feed.indexOf(field)];
			Column column = columns.get(field);
			figures.append((figures.length() > 0) ? "; " : "")
				.append((column != null) ? column.header() : field)
				.append(" = ")
				.append(written(value, (column != null) ? column.scale() : 0));
		}
		Optional<Expression.Sides> sides = check.expect().sides();
		if (sides.isEmpty()) {
			return Message.of("row.check-whole", Titles.words(check.title()), figures);
		}
		return Message.of("row.check", Titles.words(check.title()), figures, side(sides.get().left(), fact),
				sides.get().symbol(), side(sides.get().right(), fact));
	}

	private String side(Expression side, Fact fact) {
		BigDecimal value = side.bind(this.feed::indexOf).evaluate(fact.values());
		return (value != null) ? plain(value) : "";
	}

	/** A value as it stands in its cell. */
	private static String written(@Nullable Object value, int scale) {
		if (value instanceof Long || value instanceof BigDecimal) {
			return plain(decimal(value).scaleByPowerOfTen(-scale));
		}
		return (value != null) ? value.toString() : "";
	}

	private static String plain(BigDecimal value) {
		BigDecimal rounded = (value.scale() > 6) ? value.setScale(6, RoundingMode.HALF_EVEN) : value;
		return rounded.stripTrailingZeros().toPlainString();
	}

	static @Nullable BigDecimal decimal(@Nullable Object value) {
		return (value instanceof Long whole) ? BigDecimal.valueOf(whole) : (BigDecimal) value;
	}

}
