package org.dudao.intake;

import java.util.List;

import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnUnitsTests {

	private static ColumnUnits.Scale scale(@Nullable String unit, String header, @Nullable String above) {
		Field field = new Field("figure", FieldType.NUMBER, new Text("Figure", "数"), unit, List.of(), null,
				Field.Constraints.NONE, null);
		Preamble preamble = new Preamble(List.<String[]>of(new String[] { (above != null) ? above : "" }), "file.csv");
		return new ColumnUnits(preamble.units()).scale(field, HeaderCell.of(header), null);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "CNY, 经费, -, 0", "CNY, 经费（元）, -, 0", "CNY, 经费（千元）, -, 3", "CNY, 经费(万元), -, 4",
					"CNY, '经费\n（单位：亿元）', -, 8", "CNY, 经费【百万元】, -, 6", "CNY, 经费, 单位：万元, 4", "CNY, 经费, 金额单位: 亿元, 8",
					"CNY, 经费（元）, 单位：万元, 0", "CNY, 经费, '单位：万元、人', 4", "CNY, 经费, 单位：人, 0", "CNY, 经费, 填报单位：教育局, 0",
					"CNY, 经费, 指标：地区生产总值(亿元), 8", "万元, 经费（元）, -, -4", "万元, 经费, -, 0", "万元, 经费（亿元）, -, 4",
					"CNY/person, 生均（元）, -, 0", "CNY/person, 生均（万元/人）, -, 4", "CNY/person, 生均, 单位：元, 0",
					"CNY/person, 生均, 单位：千元/生, 3", "person, 人数（万人）, -, 4", "person, 人数（名）, -, 0", "person, 人数（个）, -, 0",
					"class, 班数（个）, -, 0", "institution, 机构数（家）, -, 0", "time, 检查（万次）, -, 4", "hour, 时长（小时）, -, 0",
					"item, 计划（所）, -, 0", "item, 计划（万个）, -, 4", "percent, 占比（％）, -, 0", "percent, 增长（百分点）, -, 0",
					"percent, 占比（‰）, -, -1", "USD, Budget, -, 0", "-, 指数, -, 0", "-, 指数（2020年）, -, 0" })
	void movesPointToFieldsUnit(@Nullable String unit, String header, @Nullable String above, int exponent) {
		assertThat(scale(unit, header, above)).isEqualTo(new ColumnUnits.Scale(exponent, null));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "CNY, 经费（人）, -, header.unit", "CNY, 经费（元/人）, -, header.unit", "CNY, 经费（个）, -, header.unit",
					"item, 计划（%）, -, header.unit", "person, 人数（元）, -, header.unit", "person, 人数（所）, -, header.unit",
					"percent, 占比（个）, -, header.unit", "-, 指数（元）, -, header.unit",
					"CNY/person, 生均, 单位：万元, header.unit-unclear" })
	void refusesUnitOfAnotherKind(@Nullable String unit, String header, @Nullable String above, String code) {
		assertThat(scale(unit, header, above).problem()).isNotNull()
			.extracting((problem) -> problem.code())
			.isEqualTo(code);
	}

}
