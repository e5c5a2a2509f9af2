package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.dudao.catalog.RegionSource;
import org.dudao.region.Regions;

/**
 * Made-up rows of the class-size feed for the real counties, the same each time they are
 * asked for.
 */
final class ClassRows {

	/** The header of the official form. */
	static final String HEADER = "行政区划代码,学年,学校名称,学段,年级,班数,25人及以下,26-30人,31-35人,36-40人,41-45人,46-50人,51-55人,56-60人,"
			+ "61-65人,66人及以上,学生数";

	/** The year in which the school year begins. */
	static final int YEAR = 2024;

	private static final List<String> GRADES = List.of("小学,一年级", "小学,二年级", "小学,三年级", "小学,四年级", "小学,五年级", "小学,六年级",
			"初中,七年级", "初中,八年级", "初中,九年级", "高中,高一", "高中,高二", "高中,高三");

	private static final int BANDS = 10;

	/** One class in so many is above the standard size. */
	private static final int RARE = 200;

	private ClassRows() {
	}

	/** The codes of all counties that there were in {@link #YEAR}, in order. */
	static List<String> counties(RegionSource source) throws IOException {
		Regions regions = Regions.read(source);
		return Files.readAllLines(source.file())
			.stream()
			.map((line) -> line.split(",", 2)[0])
			.filter((
					code) -> regions.byCode(code, YEAR).filter((region) -> region.level().equals("county")).isPresent())
			.distinct()
			.sorted()
			.toList();
	}

	/** A row of a county: the twelve grades of its first school, then of its second. */
	static String row(String county, int number) {
		Random random = new Random(Long.parseLong(county) * 1_000_003 + number);
		int[] bands = new int[BANDS];
		int classes = 1 + random.nextInt(12);
		for (int i = 0; i < classes; i++) {
			bands[(random.nextInt(RARE) == 0) ? BANDS - 1 - random.nextInt(5) : random.nextInt(5)]++;
		}
		int students = 0;
		for (int band = 0; band < BANDS; band++) {
			students += bands[band] * (band * 5 + 24);
		}
		return county + "," + YEAR + "-" + (YEAR + 1) + ",第" + (1 + number / GRADES.size()) + "学校,"
				+ GRADES.get(number % GRADES.size()) + "," + classes + ","
				+ Arrays.stream(bands).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "," + students;
	}

	/** The row with a fault that rejects it, one of several kinds. */
	static String faulty(String county, int number) {
		String[] cells = row(county, number).split(",");
		switch (number % 4) {
			case 0 -> cells[5] = "99";
			case 1 -> cells[16] = "约500";
			case 2 -> cells[0] = "999999";
			default -> cells[7] = "-1";
		}
		return String.join(",", cells);
	}

	/** Writes a file of so many rows, evenly over the counties. */
	static void write(Path file, List<String> counties, int rows, Line line) throws IOException {
		Files.createDirectories(file.getParent());
		try (var out = Files.newBufferedWriter(file)) {
			out.write(HEADER + "\r\n");
			for (int row = 0; row < rows; row++) {
				int ofCounty = (int) ((long) row * counties.size() / rows);
				int first = (int) (((long) ofCounty * rows + counties.size() - 1) / counties.size());
				out.write(line.of(counties.get(ofCounty), row - first) + "\r\n");
			}
		}
	}

	/** Makes the text of a row. */
	interface Line {

		/** The row of that number of that county. */
		String of(String county, int number);

	}

}
