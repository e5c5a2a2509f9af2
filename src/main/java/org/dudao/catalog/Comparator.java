package org.dudao.catalog;

/** How an expression can compare two figures. */
enum Comparator {

	EQUAL("="), NOT_EQUAL("<>"), LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">=");

	private final String symbol;

	Comparator(String symbol) {
		this.symbol = symbol;
	}

	String symbol() {
		return this.symbol;
	}

	boolean holds(int comparison) {
		return switch (this) {
			case EQUAL -> comparison == 0;
			case NOT_EQUAL -> comparison != 0;
			case LESS -> comparison < 0;
			case AT_MOST -> comparison <= 0;
			case GREATER -> comparison > 0;
			case AT_LEAST -> comparison >= 0;
		};
	}

}
