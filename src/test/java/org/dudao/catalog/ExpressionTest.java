package org.dudao.catalog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpressionTest {

	private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "n", "zero", "big", "word", "nothing",
			"yr");

	/** a and b are whole, c and d decimal, n and nothing are missing. */
	private static final Object[] ROW = { 7L, 2L, new BigDecimal("0.10"), new BigDecimal("-3.5"), null, 0L,
			4000000000000000000L, "public", null, 2023 };

	private static final Map<TestDatabase, DataSource> DATABASES = new EnumMap<>(TestDatabase.class);

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
			(a > 1) * 3 + (b > 5) * 2 - (c < 1), 2
			a > 1 && b > 1,            1
			a > 1 && b > 5,            0
			a > 1 || b > 5,            1
			a < 1 || b > 5,            0
			a > 1 || b > 1,            1
			a < 1 || b > 5 && c < 1,   0
			a && b,                    1
			zero || d,                 1
			zero && d,                 0
			a < 1 && n > 1,            NULL
			a > 1 || n > 1,            NULL
			n > 1 || a > 1,            NULL
			n && zero,                 NULL
			(a > 1 || b > 5) + 1,    2
			'min(a, b)',               2
			'max(a, b, c, d)',         7
			'min(a, b, c, d)',         -3.5
			'max(n, a)',               NULL
			'min(a, n)',               NULL
			'max(a, b, n)',            NULL
			'max(a - 10, 0)',          0
			'min(a / b, 3)',           3
			ceil(a / b),               4
			ceil(d),                   -3
			ceil(a),                   7
			ceil(c),                   1
			ceil(b * 1.5),             3
			ceil(a / zero),            NULL
			ceil(n),                   NULL
			known(a),                  7
			known(n),                  0
			known(n > 1 || a > 1),     0
			known(a > 1 && b > 1),     1
			known(a / zero) + 1,       1
			known(n > 1) && a > 1,     0
			known(nothing = "public"), 0
			word = "public",           1
			word = "Public",           0
			word <> "public",          0
			word <> "private",         1
			word = "公办",             0
			(word = "public") * a, 7
			nothing = "public",        NULL
			nothing <> "public",       NULL
			word = "x" || word = "y" || word = "public", 1
			word = "x" || word = "y",  0
			nothing = "x" || nothing = "public", NULL
			word <> "x" && word <> "y", 1
			word <> "x" && word <> "public", 0
			word = "public" && word = "x", 0
			word <> "public" || word <> "x", 1
			word = "x" || nothing = "x", NULL
			word = "x" || word = "public" && a < 1, 0
			word = "public" && a > 1,  1
			(a > b) = (c < 1),         1
			(a > b) <> (word = "x"),   1
			( (a) > (abs(d)) ) = 1,    1
			1 = ( a < b ),             0
			b >= (a > b) * 2,          1
			yr - 2020,                 3
			yr * 12 + 9,               24285
			(a / b > 3) * (c < a) + (d < zero) * 10, 11
			""")
	void givesTheSameInMemoryAndInSql(String text, BigDecimal expected) throws SQLException {
		Expression expression = Expression.parse(text);
		Map<String, Object> byName = new HashMap<>();
		COLUMNS.forEach((name) -> byName.put(name, ROW[COLUMNS.indexOf(name)]));

		BigDecimal byNames = expression.evaluate(byName::get);
		BigDecimal byPlaces = expression.bind(COLUMNS::indexOf).evaluate(ROW);
		BigDecimal onH2 = on(TestDatabase.H2, expression.sql((name) -> "t." + name));
		BigDecimal onMariaDb = on(TestDatabase.MARIADB, expression.sql((name) -> "t." + name));

		for (BigDecimal value : new BigDecimal[] { byNames, byPlaces, onH2, onMariaDb }) {
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

	@ParameterizedTest
	@EnumSource
	void keepsDecimalsOfQuotientInSql(TestDatabase database) throws SQLException {
		assertThat(on(database, Expression.parse("(a / 3 - 1) * 100").sql((name) -> "7")))
			.isCloseTo(new BigDecimal("133.333333"), org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
	}

	@ParameterizedTest
	@EnumSource
	void takesAnySqlForAName(TestDatabase database) throws SQLException {
		String quota = "(CASE WHEN t.yr >= 2022 AND t.word = 'public' THEN 935 END)";

		assertThat(on(database, Expression.parse("(a >= quota / 150) * min(quota, 940)")
			.sql((name) -> name.equals("quota") ? quota : "t." + name))).isEqualByComparingTo("935");
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
			a == b,           4
			max(a),           1
			abs(),            1
			a + "x",          5
			'x',              1
			0x1F,             1
			1e5,              1
			a < b < c,        7
			(a) < b = (c),    9
			a < abs(b) < c,   12
			(a < b = c),      8
			a = b < c,        3
			word = "(" = (c), 12
			a + word = "x",   12
			word > "x",       8
			word = "it's",    8
			min(a),           1
			a || ,            3
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

	private static BigDecimal on(TestDatabase database, String sql) throws SQLException {
		DataSource source = DATABASES.computeIfAbsent(database, ExpressionTest::withRow);
		try (Connection connection = source.getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SELECT " + sql + ", SUM(" + sql + ") OVER () FROM t")) {
			result.next();
			assertThat(result.getBigDecimal(2)).isEqualTo(result.getBigDecimal(1));
			return result.getBigDecimal(1);
		}
	}

	private static DataSource withRow(TestDatabase database) {
		DataSource source = database.fresh().pool();
		try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t (a BIGINT, b BIGINT, c DECIMAL(24, 6), d DECIMAL(24, 6), "
					+ "n DECIMAL(24, 6), zero INT, big DECIMAL(38, 6), word VARCHAR(40), nothing VARCHAR(40), "
					+ "yr INT) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");
			statement
				.execute("INSERT INTO t VALUES (7, 2, 0.10, -3.5, NULL, 0, 4000000000000000000, 'public', NULL, 2023)");
			return source;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
