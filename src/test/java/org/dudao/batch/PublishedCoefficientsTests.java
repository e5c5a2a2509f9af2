package org.dudao.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.dudao.database.TestDatabase;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.indicator.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables of coefficients of variation that counties published come in as such, recompute
 * to their printed decimals, and get the verdict that is known.
 */
class PublishedCoefficientsTests {

	private static final Map<String, String> CODES = Map.of("庐阳", "340103", "蜀山", "340104", "永川", "500118");

	private static final Map<String, String> STAGES = Map.of("primary", "小学", "junior", "初中");

	private static final String ACROSS = "地区,学年,学段,生均教学及辅助用房面积,生均体育运动场馆面积,生均教学仪器设备值,"
			+ "每百名学生拥有计算机台数,生均图书册数,师生比,生均高于规定学历教师数,生均中级及以上专业技术职务教师数,综合差异系数";

	private static final String LONG = "地区,学年,学段,指标名称,平均值,标准差,差异系数";

	private House house;

	@BeforeEach
	void open() {
		this.house = House.on(TestDatabase.H2);
	}

	@Test
	void quotientsOfThePublishedTableAreThePrintedCoefficients() {
		List<String[]> table = table("jiujiang-2023-primary.csv");

		assertThat(table).hasSize(8).filteredOn((row) -> !row[1].equals("-")).allSatisfy((row) -> {
			BigDecimal quotient = new BigDecimal(row[2]).divide(new BigDecimal(row[1]), 6, RoundingMode.HALF_UP);
			assertThat(quotient).isEqualTo(row[3]);
		});
	}

	@Test
	void tableOfSevenIsBrokenInOneCoefficientAndRightInAll() {
		StringBuilder file = new StringBuilder(LONG);
		table("jiujiang-2023-primary.csv")
			.forEach((row) -> file.append("\n340207,2023,小学," + row[0] + "," + row[1] + "," + row[2] + "," + row[3]));

		this.house.put("340207/balance.csv", file + "\n").night();

		assertThat(this.house.openFindings()).containsExactly("stated-coefficients-within-limit 340207 2023");
		assertThat(value("misstated-coefficients", "340207", "primary")).isEqualByComparingTo("0");
		assertThat(value("stated-coefficients-above-limit", "340207", "primary")).isEqualByComparingTo("1");
		assertThat(value("recomputed-composite-2017", "340207", "primary").setScale(6, RoundingMode.HALF_UP))
			.isEqualTo("0.367503");
	}

	@Test
	void tablesOfEightPassByTheirMeanWhateverASingleOneIs() {
		List<String[]> full = table("basic-balance.csv").stream().filter((row) -> !row[2].equals("-")).toList();
		full.stream()
			.collect(Collectors.groupingBy((row) -> Objects.requireNonNull(CODES.get(row[0]))))
			.forEach((code, rows) -> this.house.put(code + "/balance.csv",
					rows.stream()
						.map((row) -> code + ",2015," + STAGES.get(row[1]) + ","
								+ String.join(",", Arrays.asList(row).subList(2, 11)))
						.collect(Collectors.joining("\n", ACROSS + "\n", "\n"))));

		this.house.night();

		assertThat(full).hasSize(5).allSatisfy((row) -> {
			String code = Objects.requireNonNull(CODES.get(row[0]));
			assertThat(value("stated-composite-2012", code, row[1])).isEqualByComparingTo(row[10]);
			assertThat(value("recomputed-composite-2012", code, row[1])).isCloseTo(new BigDecimal(row[10]),
					Offset.offset(new BigDecimal("0.001")));
		});
		assertThat(this.house.openFindings()).isEmpty();
	}

	private BigDecimal value(String indicator, String region, String stage) {
		return this.house.part(IndicatorQuery.class)
			.find(new IndicatorQuery.Filter(indicator, region, null, null))
			.stream()
			.filter((value) -> value.key().stage().equals(stage))
			.map(Value::value)
			.findFirst()
			.orElseThrow();
	}

	private static List<String[]> table(String name) {
		try (InputStream file = Objects.requireNonNull(
				PublishedCoefficientsTests.class.getResourceAsStream("/org/dudao/indicator/coefficients/" + name))) {
			String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return Stream.of(text.split("\n")).skip(1).map((line) -> line.split(",")).toList();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

}
