package org.dudao.correction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is a correction and what a spreadsheet has done. */
class TextsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0012       | 12           | true
			1.20       | 1.2          | true
			1,000      | 1000         | true
			110101199001011234 | 110101199001011000 | true
			123456789012 | 1.23457E+11 | true
			123456789012 | 1.23457E11  | true
			'  甲校'    | 甲校         | true
			'=1+1'     | '''=1+1'     | true
			丂㛃小学     | 丂?小学      | true
			12         | 13           | false
			123456789012 | 1.23456E+11 | false
			110101199001011234 | 110101199001012000 | false
			甲校        | 乙校          | false
			甲校        | ?校          | false
			5          | ''           | false
			''         | 0            | false
			12         | 12个         | false
			""")
	void spreadsheetsOwnDoingIsNoCorrection(String sent, String returned, boolean same) {
		assertThat(Texts.sameButForTheSpreadsheet(sent, returned)).isEqualTo(same);
	}

	@ParameterizedTest
	@CsvSource({ "0012, 12", "1.20, 1.2", "丂㛃小学, 丂?小学" })
	void whereSomethingWasWrongEveryChangeIsACorrection(String sent, String returned) {
		assertThat(Texts.same(sent, returned)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "12-0123456789ab-47, 12-0123456789ab-47", "' 12–0123456789AB—47 ', 12-0123456789ab-47",
			"'''12-0123456789ab-47', 12-0123456789ab-47", "12-0123456789ab, ", "12-0123456789ab-47-1, ", "'', ",
			"1.2E+1-0123456789ab-47, " })
	void rowNumberSurvivesAnEditor(String written, String number) {
		RowNumber read = RowNumber.read(written);
		assertThat((read != null) ? read.toString() : null).isEqualTo(number);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			110101 | General | 110101
			0.5 | General | 0.5
			0.1 | 0.00E+00 | 0.1
			110101199001011 | 0.00000E+00 | 110101199001011
			1e15 | General | 1000000000000000
			0.30000000000000004 | General | 0.3
			0.1234 | 0% | 12.34%
			0.125 | 0.00%_);(0.00%) | 12.5%
			5 | 0\\% | 5
			-3 | @ | -3
			0 | General | 0
			45536 | yyyy/m/d | 2024-09-01
			45536.5 | m/d/yy h:mm | 2024-09-01 12:00:00
			""")
	void numberOfAWorkbookIsReadAsAPersonTypesIt(double value, String format, String text) {
		assertThat(new WorkbookReader.AsTyped().formatRawCellContents(value, 0, format)).isEqualTo(text);
	}

}
