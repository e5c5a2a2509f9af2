package org.dudao.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Scoring;
import org.dudao.finding.Listed;
import org.dudao.message.Message;
import org.dudao.scorecard.Grading.VetoScore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The grades 90/80/65, with what lowers them. */
class GradingTests {

	private static final Scorecard CARD = Sheets.card(List.of(),
			Sheets.item("item", "100", new Scoring.AllOrNothing(List.of(Sheets.GROW))));

	/** Vetoes: {@code best:good} holds, {@code best:good?} cannot be said. */
	@ParameterizedTest(name = "{0} to {1}, {2}")
	@CsvSource(nullValues = "-", textBlock = """
			100,   100,   -,                    excellent,   excellent
			90,    90,    -,                    excellent,   excellent
			89.99, 89.99, -,                    good,        good
			80,    80,    -,                    good,        good
			65,    65,    -,                    qualified,   qualified
			64.9,  64.9,  -,                    unqualified, unqualified
			0,     0,     -,                    unqualified, unqualified
			90,    97,    -,                    excellent,   excellent
			60,    97,    -,                    unqualified, excellent
			95,    95,    best:good,            good,        good
			70,    70,    best:good,            qualified,   qualified
			95,    95,    best:good?,           good,        excellent
			95,    95,    best:unqualified,     unqualified, unqualified
			95,    95,    down:1,               good,        good
			70,    70,    down:1,               unqualified, unqualified
			50,    50,    down:1,               unqualified, unqualified
			95,    95,    down:2,               qualified,   qualified
			95,    95,    down:1?,              good,        excellent
			95,    95,    down:1 best:good,     good,        good
			85,    85,    down:1 best:good,     qualified,   qualified
			75,    92,    best:good,            qualified,   good
			""")
	void gradeIsTheSameAtBothEndsOrNotGiven(BigDecimal least, BigDecimal most, @Nullable String vetoes, String worst,
			String best) {
		Grading grading = Grading.of(CARD, new Range(least, most), vetoes(vetoes));

		assertThat(grading.worst().name()).isEqualTo(worst);
		assertThat(grading.best().name()).isEqualTo(best);
		assertThat(grading.grade() != null).isEqualTo(worst.equals(best));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@CsvSource({ "95, best:good, true", "85, best:good, false", "95, best:good?, false", "85, down:1, true",
			"60, down:1, false" })
	void saysWhetherAVetoLowersTheGrade(BigDecimal points, String vetoes, boolean lowered) {
		assertThat(Grading.of(CARD, new Range(points, points), vetoes(vetoes)).lowered()).isEqualTo(lowered);
	}

	private static List<VetoScore> vetoes(@Nullable String written) {
		List<VetoScore> vetoes = new ArrayList<>();
		for (String one : (written != null) ? written.split(" ") : new String[0]) {
			String[] parts = one.replace("?", "").split(":");
			boolean down = parts[0].equals("down");
			Scorecard.Veto veto = Sheets.veto(Sheets.GROW, null, down ? null : parts[1],
					down ? Integer.parseInt(parts[1]) : 0);
			List<Listed> findings = Sheets.verdicts("grow:primary=breach");
			Unknown unknown = new Unknown("420602", Sheets.GROW, "spending-by-stage", "",
					Message.of("scorecard.unknown.bases"), List.of());
			vetoes.add(one.endsWith("?") ? new VetoScore(veto, List.of(), List.of(unknown))
					: new VetoScore(veto, findings, List.of()));
		}
		return vetoes;
	}

}
