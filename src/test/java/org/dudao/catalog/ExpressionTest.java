package org.dudao.catalog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpressionTest {

	private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "n", "zero", "big");

	/** a and b are whole, c and d decimal, n is missing. */
	private static final Object[] ROW = { 7L, 2L, new BigDecimal("0.10"), new BigDecimal("-3.5"), null, 0L,
			4000000000000000000L };

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(nullValues = "NULL", textBlock = """
			a + b,                     9
			a - b - 1,                 4
			a - (b - 1),               6
			a + b * 3,                 13
			(a + b) * 3,               27
			a / b,                     3.5
			1 / 8,                     0.125
			7 / 2 * 2,                 7
			-a + b,                    -5
			-(a + b),                  -9
			a * -b,                    -14
			-d,                        3.5
			abs(d),                    3.5
			ABS(b - a),                5
			c + c + c,                 0.30
			a * c,                     0.70
			big + big,                 8000000000000000000
			n,                         NULL
			a + n,                     NULL
			n * zero,                  NULL
			abs(n),                    NULL
			a / zero,                  NULL
			a / (b - 2),               NULL
			n <= 3,                    NULL
			3 <= n,                    NULL
			a > b,                     1
			a < b,                     0
			a = 7.00,                  1
			a <> 7,                    0
			a >= 7,                    1
			a <= 6.99,                 0
			c * 3 = 0.3,               1
			(a > 1) + (b > 5),         1
			(a > 1) + (b > 5) >= 1,    1
			abs((a / b - 1) * 100 - 250) <= 0.01, 1
			""")
	void givesTheSameInMemoryAndInSql(String text, BigDecimal expected) throws SQLException {
		Expression expression = Expression.parse(text);
		Map<String, BigDecimal> byName = new HashMap<>();
		COLUMNS.forEach((name) -> byName.put(name, Term.decimal(ROW[COLUMNS.indexOf(name)])));

		BigDecimal byNames = expression.evaluate(byName::get);
		BigDecimal byPlaces = expression.bind(COLUMNS::indexOf).evaluate(ROW);
		BigDecimal bySql = onH2(expression.sql((name) -> "\"" + name + "\""));

		for (BigDecimal value : new BigDecimal[] { byNames, byPlaces, bySql }) {
			if (expected == null) {
				assertThat(value).isNull();
			}
			else {
				assertThat(value).isEqualByComparingTo(expected);
			}
		}
	}

	@Test
	void goesOnInDecimalsWhereWholeNumbersEnd() {
		Expression.Bound bound = Expression.parse("a * b + a").bind(List.of("a", "b")::indexOf);

		assertThat(bound.evaluate(new Object[] { Long.MAX_VALUE, 3L })).isEqualTo("36893488147419103228");
	}

	@Test
	void readsYearsAsWholeNumbers() {
		assertThat(Expression.parse("y + 1").bind((name) -> 0).evaluate(new Object[] { 2023 })).isEqualTo("2024");
	}

	@Test
	void keepsThirtyFourDigitsOfQuotient() {
		BigDecimal third = Expression.parse("1 / 3").evaluate((name) -> null);

		assertThat(third).isEqualTo("0.3333333333333333333333333333333333");
	}

	@Test
	void keepsDecimalsOfQuotientInSql() throws SQLException {
		assertThat(onH2(Expression.parse("(a / 3 - 1) * 100").sql((name) -> "7")))
			.isCloseTo(new BigDecimal("133.333333"), org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
	}

	@Test
	void namesItsFieldsInOrderOfFirstMention() {
		assertThat(Expression.parse("b + a * b - c / abs(d)").fields()).containsExactly("b", "a", "c", "d");
	}

	@Test
	void tellsConditionFromFigure() {
		assertThat(Expression.parse("a <= b").isCondition()).isTrue();
		assertThat(Expression.parse("(a <= b) + 1").isCondition()).isFalse();
	}

	@ParameterizedTest(name = "{0} ends at {1}")
	@CsvSource(quoteCharacter = '`', textBlock = """
			a +,              3
			(a + b,           1
			a + b),           6
			a b,              1
			a ^ 2,            3
			a % 2,            3
			a && b,           3
			a == b,           4
			max(a),           1
			abs(),            1
			a + "x",          5
			'x',              1
			0x1F,             1
			1e5,              1
			a < b < c,        7
			a[1],             2
			a.b,              2
			+a,               1
			2a,               2
			``,               1
			""")
	void refusesAnythingElseWithItsPosition(String text, int position) {
		assertThatThrownBy(() -> Expression.parse(text)).isInstanceOfSatisfying(ExpressionInvalid.class,
				(ex) -> assertThat(ex.reason().args()).startsWith(text, String.valueOf(position)));
	}

	private static BigDecimal onH2(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t (\"a\" BIGINT, \"b\" BIGINT, \"c\" DECIMAL(24, 6), \"d\" DECIMAL(24, 6), "
					+ "\"n\" DECIMAL(24, 6), \"zero\" BIGINT, \"big\" DECIMAL(38, 6))");
			statement.execute("INSERT INTO t VALUES (7, 2, 0.10, -3.5, NULL, 0, 4000000000000000000)");
			try (ResultSet result = statement.executeQuery("SELECT " + sql + " FROM t")) {
				result.next();
				return result.getBigDecimal(1);
			}
		}
	}

}
