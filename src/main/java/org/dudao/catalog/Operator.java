package org.dudao.catalog;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

/** What an expression can do with two figures; missing when it cannot. */
enum Operator {

	PLUS("+"), MINUS("-"), TIMES("*"), DIVIDE("/");

	private final String symbol;

	Operator(String symbol) {
		this.symbol = symbol;
	}

	String symbol() {
		return this.symbol;
	}

	@Nullable Object apply(Object a, Object b) {
		if (this != DIVIDE && a instanceof Long left && b instanceof Long right) {
			try {
				return whole(left, right);
			}
			catch (ArithmeticException tooLarge) {
				return decimals(Term.big(a), Term.big(b));
			}
		}
		return decimals(Term.big(a), Term.big(b));
	}

	private Long whole(long a, long b) {
		return switch (this) {
			case PLUS -> Math.addExact(a, b);
			case MINUS -> Math.subtractExact(a, b);
			default -> Math.multiplyExact(a, b);
		};
	}

	private @Nullable BigDecimal decimals(BigDecimal a, BigDecimal b) {
		return switch (this) {
			case PLUS -> a.add(b);
			case MINUS -> a.subtract(b);
			case TIMES -> a.multiply(b);
			case DIVIDE -> (b.signum() != 0) ? a.divide(b, MathContext.DECIMAL128) : null;
		};
	}

}
