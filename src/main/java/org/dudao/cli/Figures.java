package org.dudao.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/** How figures are written. */
final class Figures {

	private static final int SHOWN_DECIMALS = 2;

	private Figures() {
	}

	/** The figure with all its decimals and no zeros behind them. */
	static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
		if (figure == null) {
			return null;
		}
		BigDecimal stripped = figure.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	/** The figure with two decimals, for people. */
	static String shown(@Nullable BigDecimal figure) {
		return (figure != null) ? figure.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).toPlainString() : "-";
	}

}
