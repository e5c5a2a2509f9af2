package org.dudao.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dudao.catalog.RegionSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RegionsTests {

	private static final Regions CHINA = Regions.read(gb2260());

	@TempDir
	Path directory;

	static RegionSource gb2260() {
		return new RegionSource(Path.of("jobs/regions/areacodes-1981-2025-with-changes.csv"), "代码", "名称", "级别", "启用时间",
				"变更/弃用时间", "新代码", null, List.of(4, 2), Map.of("省级", "province", "地级", "city", "县级", "county"));
	}

	@ParameterizedTest
	@CsvSource({ "420600, 2009, 襄樊市", "420600, 2010, 襄阳市", "420600, 2024, 襄阳市", "420602000000, 2024, 襄城区",
			"420605, 1995, 郊区" })
	void findsNameThatCodeHadInYear(String code, int year, String name) {
		assertThat(CHINA.byCode(code, year)).map(Region::name).contains(name);
	}

	@ParameterizedTest
	@CsvSource({ "420605, 1996", "420605, 1983", "420602, 1983", "110100, 2024", "420602000001, 2024", "999999, 2024",
			"320683, 2010" })
	void findsNoCodeOutOfForce(String code, int year) {
		assertThat(CHINA.byCode(code, year)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "110101, 2024, 110000", "420602, 2024, 420600", "420600, 2024, 420000", "429004, 2024, 420000",
			"420602, 1990, 420600" })
	void findsNearestParentInForce(String code, int year, String parent) {
		assertThat(CHINA.parent(CHINA.byCode(code, year).orElseThrow(), year)).map(Region::code).contains(parent);
	}

	@Test
	void provinceHasNoParent() {
		assertThat(CHINA.parent(CHINA.byCode("420000", 2024).orElseThrow(), 2024)).isEmpty();
	}

	@Test
	void listsChildrenOfCityInYear() {
		assertThat(CHINA.children("420600", 2024)).extracting(Region::name)
			.containsExactly("襄城区", "樊城区", "襄州区", "南漳县", "谷城县", "保康县", "老河口市", "枣阳市", "宜城市");
		assertThat(CHINA.children("420600", 2010)).extracting(Region::code).doesNotHaveDuplicates().hasSize(9);
		assertThat(CHINA.children("420000", 2024)).extracting(Region::code)
			.contains("420600", "429004")
			.doesNotContain("420602");
		assertThat(CHINA.children("110000", 2024)).hasSize(16);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "朝阳区, 2024, 110000, 110105", "朝阳区, 2024, 220000, 220104", "朝阳区, 2024, -, 110105 220104",
					"通州区, 2024, -, 110112 320612", "通州区, 2024, 320600, 320612", "通州市, 2009, 320000, 320683",
					"通州, 2009, 320000, 320612 320683", "襄樊市, 2009, -, 420600", "襄樊市, 2010, 420000, 420600",
					"襄樊市, 2011, -, ''", "襄阳市, 2009, -, ''", "襄城, 2024, 420600, 420602", "襄城, 2024, -, 411025 420602",
					"广西, 2024, -, 450000", "内蒙古, 2024, -, 150000", "新疆, 2024, -, 650000", "恩施州, 2024, 420000, 422800",
					"恩施, 2024, 420000, 422800 422801", "湖北省襄阳市襄城区, 2024, -, 420602", "吉林省朝阳区, 2024, -, 220104",
					"北京市朝阳区, 2024, -, 110105", "襄阳县, 2024, 420000, ''", "朝阳市, 2024, 110000, ''",
					"'  襄　城 区 ', 2024, 420600, 420602" })
	void findsNameInAreaAndYear(String name, int year, String area, String codes) {
		String found = String.join(" ", CHINA.named(name, year, area).stream().map(Region::code).toList());
		assertThat(found).isEqualTo(codes);
	}

	@ParameterizedTest
	@CsvSource({ "420602, 420602, 2024, true", "420602, 420600, 2024, true", "420602, 420000, 2024, true",
			"420602, 110000, 2024, false", "420600, 420602, 2024, false", "420605, 420600, 1990, true",
			"420605, 420600, 2024, false" })
	void tellsWhatLiesWithin(String code, String area, int year, boolean within) {
		assertThat(CHINA.isWithin(code, area, year)).isEqualTo(within);
	}

	static Stream<Region.Successor> successorsOf(String code) {
		return CHINA.spans(code).stream().flatMap((span) -> span.successors().stream());
	}

	@Test
	void readsSuccessorsWithTheirYears() {
		assertThat(successorsOf("420605")).containsExactly(new Region.Successor("420602", 1995),
				new Region.Successor("420606", 1995));
		assertThat(successorsOf("420621")).containsExactly(new Region.Successor("420605", 1984),
				new Region.Successor("420602", 2001), new Region.Successor("420606", 2001),
				new Region.Successor("420607", 2001));
	}

	@Test
	void findsPredecessorsOfChangeInYear() {
		assertThat(CHINA.predecessors("420606", 1995)).extracting(Region::name).containsExactly("樊东区", "樊西区", "郊区");
		assertThat(CHINA.predecessors("420606", 2001)).extracting(Region::name).containsExactly("襄阳县");
		assertThat(CHINA.predecessors("420602", 2010)).isEmpty();
	}

	@Test
	void readsRegionsOfAnotherCountryByParentColumn() throws IOException {
		Path file = Files.writeString(this.directory.resolve("wales.csv"), """
				id,label,kind,since,to,above
				W,Wales,country,1996,,
				W06000001,Isle of Anglesey,authority,1996,,W
				""");
		Regions wales = Regions.read(new RegionSource(file, "id", "label", "kind", "since", "to", null, "above",
				List.of(), Map.of("authority", "county")));
		Region anglesey = wales.byCode("W06000001", 2024).orElseThrow();
		assertThat(anglesey.level()).isEqualTo("county");
		assertThat(wales.parent(anglesey, 2024)).map(Region::name).contains("Wales");
		assertThat(wales.children("W", 2024)).containsExactly(anglesey);
		assertThat(wales.named("Isle of Anglesey", 2024, "W")).containsExactly(anglesey);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			code,name,level,from                           | regions.csv:1: expected a column until
			code,name,level,from,until;1,a,b,x,            | regions.csv:2: expected a year, found x
			code,name,level,from,until;1,a,b,1990          | regions.csv:2: expected 5 cells, found 4
			""")
	void namesFileAndLineOfMistake(String text, String mistake) throws IOException {
		Path file = Files.writeString(this.directory.resolve("regions.csv"), text.replace(';', '\n'));
		RegionSource source = new RegionSource(file, "code", "name", "level", "from", "until", null, null, List.of(),
				Map.of());
		assertThatIllegalArgumentException().isThrownBy(() -> Regions.read(source)).withMessageContaining(mistake);
	}

}
