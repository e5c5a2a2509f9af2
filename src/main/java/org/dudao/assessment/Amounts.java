package org.dudao.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

import org.dudao.catalog.ReportForm;
import org.dudao.catalog.ReportForm.Scale;

/** Writes figures with their units as the form of the report has them. */
final class Amounts {

	/** What is not zero is not written as zero, down to this. */
	private static final int MOST_DECIMALS = 8;

	private static final String PLAIN = "0";

	private static final String GROUPED = "#,##0";

	private final List<ReportForm.Unit> units;

	private final boolean chinese;

	Amounts(ReportForm form, Locale locale) {
		this.units = form.units();
		this.chinese = locale.getLanguage().equals("zh");
	}

	/**
	 * The figure in its unit; a unit that the form does not know is written behind it.
	 */
	String write(BigDecimal figure, String unit) {
		Scale scale = scale(figure, unit);
		int decimals = scale.decimals();
		BigDecimal rounded = figure.divide(scale.over(), decimals, RoundingMode.HALF_UP);
		while (rounded.signum() == 0 && figure.signum() != 0 && decimals < MOST_DECIMALS) {
			rounded = figure.divide(scale.over(), ++decimals, RoundingMode.HALF_UP);
		}
		return scale.text().replace("#", number(rounded, decimals));
	}

	/** The figure with all its decimals, in the unit itself. */
	String exact(BigDecimal figure, String unit) {
		BigDecimal stripped = figure.stripTrailingZeros();
		String number = ((stripped.scale() < 0) ? stripped.setScale(0) : stripped).toPlainString();
		return scale(BigDecimal.ZERO, unit).text().replace("#", number);
	}

	private Scale scale(BigDecimal figure, String unit) {
		return this.units.stream()
			.filter((known) -> known.unit().equals(unit))
			.flatMap((known) -> (this.chinese ? known.zh() : known.en()).stream())
			.filter((scale) -> figure.abs().compareTo(scale.from()) >= 0)
			.findFirst()
			.orElse(new Scale(BigDecimal.ZERO, BigDecimal.ONE, 2, "# " + unit));
	}

	/** Chinese reports write figures without separators. */
	private String number(BigDecimal figure, int decimals) {
		String pattern = (this.chinese ? PLAIN : GROUPED) + ((decimals > 0) ? "." + "0".repeat(decimals) : "");
		return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(figure);
	}

}
