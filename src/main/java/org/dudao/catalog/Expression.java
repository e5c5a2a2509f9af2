package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Arithmetic over the fields of a row: names, numbers, {@code + - * /}, {@code abs(..)},
 * brackets and the comparisons {@code = <> < <= > >=}. Nothing else. A missing operand
 * makes the whole missing; division by zero makes it missing too.
 */
public interface Expression {

	/** The text as the catalogue has it. */
	String text();

	/** The fields that it names. */
	Set<String> fields();

	/**
	 * Its value, or null when an operand is missing. A comparison gives one for true,
	 * zero for false.
	 */
	@Nullable BigDecimal evaluate(Function<String, @Nullable BigDecimal> values);

	/** The same in SQL that H2, MySQL and MariaDB read alike. */
	String sql(UnaryOperator<String> column);

}
