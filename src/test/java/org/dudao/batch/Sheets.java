package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dudao.submission.Submission.Hints;

/** Small files as counties send them. */
final class Sheets {

	static final String ROTATION = "行政区划代码,学年,学校名称,学段,符合交流条件教师数,实际交流教师数,实际交流骨干教师数\n";

	static final String FUNDING = "行政区划代码,年度,学段,在校学生数,教育经费（元）,教育事业费（元）,公用经费（元）\n";

	private Sheets() {
	}

	/** Teachers of one school: who was to rotate, who did, and backbone among them. */
	static String rotation(String region, int year, int eligible, int rotated, int backbone) {
		return ROTATION + rotationRow(region, year, "第一小学", eligible, rotated, backbone);
	}

	static String rotationRow(String region, int year, String school, int eligible, int rotated, int backbone) {
		return region + "," + year + "-" + (year + 1) + "," + school + ",小学," + eligible + "," + rotated + ","
				+ backbone + "\n";
	}

	/** As many schools, of each of which 10 teachers were to rotate and 2 did. */
	static String schools(String region, int year, int schools) {
		return ROTATION + IntStream.rangeClosed(1, schools)
			.mapToObj((number) -> rotationRow(region, year, number + "小", 10, 2, 1))
			.collect(Collectors.joining());
	}

	/** Funding of the primary schools, in yuan. */
	static String funding(String region, int year, int students, long education) {
		return FUNDING + fundingRow(region, year, "小学", students, education);
	}

	static String fundingRow(String region, int year, String stage, int students, long education) {
		return region + "," + year + "," + stage + "," + students + "," + education + "," + education * 8 / 10 + ","
				+ education * 2 / 10 + "\n";
	}

	/**
	 * A small night: two counties of a city over two years in two feeds, with breaches, a
	 * bad row and a file to be rejected.
	 */
	static Map<String, String> county() {
		Map<String, String> files = new LinkedHashMap<>();
		for (int year : new int[] { 2023, 2024 }) {
			files.put("420602/funding-" + year + ".csv",
					funding("420602", year, 1000, 12_000_000L - year % 2 * 500_000));
			files.put("420606/funding-" + year + ".csv",
					funding("420606", year, 2000, 30_000_000L) + fundingRow("420606", year, "初中", 900, 13_000_000L));
			files.put("420602/rotation-" + year + ".csv", rotation("420602", year, 100, 2023 + 9 - year, 2));
			files.put("420606/rotation-" + year + ".csv",
					schools("420606", year, 12) + rotationRow("420606", year, "坏小学", 3, 5, 0));
		}
		files.put("420606/draft.csv", ROTATION + rotationRow("420606", 2022, "坏小学", 3, 5, 0));
		return files;
	}

	/** What an officer says who lets a held file through. */
	static Hints accepting(String reason) {
		return new Hints(null, null, reason, "officer-7");
	}

	/** Adds a rule to a copy of the catalogue. */
	static void addRule(Path jobs) throws IOException {
		Files.writeString(jobs.resolve("rules/more.yaml"), """
				rules:
				  - rule: rotation-at-least-20-percent
				    title: {en: At least 20 percent rotate, zh: 交流不低于20%}
				    clauses: [{document: 某省办法, quote: 不低于20%, confidence: S}]
				    severity: explain
				    check: {at-least: {indicator: rotation-share, threshold: 20}}
				    advice: {en: Plan more moves., zh: 增加交流。}
				    examples: [{given: {value: 20}, then: holds}, {given: {value: 19}, then: breach}]
				""");
	}

}
