package org.dudao.upkeep;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a column holds, and how a value of it is written so that every database writes the
 * same value in the same way.
 */
enum Kind {

	/** Text of any length. */
	TEXT {
		@Override
		@Nullable String text(ResultSet row, int column) throws SQLException {
			return row.getString(column);
		}

		@Override
		Object value(String text) {
			return text;
		}
	},

	/** A whole number. */
	WHOLE {
		@Override
		@Nullable String text(ResultSet row, int column) throws SQLException {
			long number = row.getLong(column);
			return row.wasNull() ? null : Long.toString(number);
		}

		@Override
		Object value(String text) {
			return Long.valueOf(text);
		}
	},

	/** A decimal; zeros at its end mean nothing. */
	DECIMAL {
		@Override
		@Nullable String text(ResultSet row, int column) throws SQLException {
			BigDecimal number = row.getBigDecimal(column);
			return (number != null) ? number.stripTrailingZeros().toPlainString() : null;
		}

		@Override
		Object value(String text) {
			return new BigDecimal(text);
		}
	},

	/** A moment without a zone; MySQL keeps microseconds and no less. */
	MOMENT {
		@Override
		@Nullable String text(ResultSet row, int column) throws SQLException {
			LocalDateTime moment = row.getObject(column, LocalDateTime.class);
			return (moment != null) ? moment.truncatedTo(ChronoUnit.MICROS).toString() : null;
		}

		@Override
		Object value(String text) {
			return LocalDateTime.parse(text);
		}
	},

	/** A day. */
	DAY {
		@Override
		@Nullable String text(ResultSet row, int column) throws SQLException {
			LocalDate day = row.getObject(column, LocalDate.class);
			return (day != null) ? day.toString() : null;
		}

		@Override
		Object value(String text) {
			return LocalDate.parse(text);
		}
	};

	/** What a column of that type holds. */
	static Kind of(String type) {
		return find(type)
			.orElseThrow(() -> new IllegalStateException("no table of Dudao has a column of type " + type));
	}

	/** Whether tables of Dudao have columns of that type. */
	static boolean knows(String type) {
		return find(type).isPresent();
	}

	private static Optional<Kind> find(String type) {
		int bracket = type.indexOf('(');
		return switch ((bracket < 0) ? type : type.substring(0, bracket)) {
			case "varchar", "char", "text" -> Optional.of(TEXT);
			case "tinyint", "smallint", "int", "bigint" -> Optional.of(WHOLE);
			case "decimal" -> Optional.of(DECIMAL);
			case "datetime" -> Optional.of(MOMENT);
			case "date" -> Optional.of(DAY);
			default -> Optional.empty();
		};
	}

	/** The value of a column, null when it has none. */
	abstract @Nullable String text(ResultSet row, int column) throws SQLException;

	/** The value that was written so. */
	abstract Object value(String text);

}
