package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dudao.catalog.CatalogReader;
import org.dudao.database.TestDatabase;

import org.springframework.util.FileSystemUtils;

/** Runs what {@code bench/README.md} describes and prints what it took. */
final class Benchmark {

	private static final int ROWS = 1_000_000;

	private static final int FILES = 500;

	private static final int ROWS_A_FILE = 40;

	private static final int FEW = 10;

	private static final String HEAP = "256m";

	private static final String[][] QUESTIONS = { { "status" }, { "status", "--missing" },
			{ "findings", "--format", "csv" }, { "indicators", "--region", "420602" }, { "digest" } };

	private final Path work;

	private final List<String> counties;

	private final List<String> kinds;

	private final int rounds;

	private Benchmark(Path work, List<String> kinds, int rounds) throws IOException {
		this.work = work;
		this.counties = ClassRows.counties(CatalogReader.read(Path.of("jobs")).regions());
		this.kinds = kinds;
		this.rounds = rounds;
	}

	/**
	 * Runs it.
	 * @param args what to run ({@code large}, {@code rejected}, {@code duplicated},
	 * {@code night}, {@code correct}, {@code asked}), how many rounds, and the databases
	 * if not all
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Path work = Files.createTempDirectory("dudao-bench-");
		try {
			int rounds = (args.length > 1) ? Integer.parseInt(args[1]) : 3;
			List<String> kinds = Arrays.stream(args).skip(2).toList();
			Benchmark benchmark = new Benchmark(work, kinds, rounds);
			switch ((args.length > 0) ? args[0] : "large") {
				case "large" -> benchmark.large();
				case "rejected" -> benchmark.bad("rejected", ClassRows::faulty);
				case "duplicated" -> benchmark.bad("duplicated", (county, row) -> ClassRows.row(county, row / 2));
				case "night" -> benchmark.night();
				case "correct" -> benchmark.correct();
				case "asked" -> benchmark.asked();
				default -> throw new IllegalArgumentException(
						"large, rejected, duplicated, night, correct or asked, not " + args[0]);
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(work);
		}
		System.exit(0);
	}

	/** The whole import of a large file against a plain job that only loads it. */
	private void large() throws IOException, InterruptedException {
		Path file = this.work.resolve("class-size.csv");
		ClassRows.write(file, this.counties, ROWS, ClassRows::row);
		print("%,d rows of %d counties, %d MiB", ROWS, this.counties.size(), Files.size(file) >> 20);
		for (TestDatabase kind : Site.kinds(this.kinds).toList()) {
			List<Double> wall = new ArrayList<>();
			List<Double> cpu = new ArrayList<>();
			for (int round = 0; round < this.rounds; round++) {
				Site site = site(kind, "large-" + kind + round);
				boolean plainFirst = round % 2 == 0;
				Child.Run plain = plainFirst ? plain(site, file) : null;
				Child.Run whole = show(kind + " A whole import", site.dudao("import", file.toString()));
				show(site.steps());
				check(site.takeRows(), ROWS);
				plain = (plain != null) ? plain : plain(site, file);
				wall.add(ratio(whole.wall(), plain.wall()));
				cpu.add(ratio(whole.cpu().plus(whole.server()), plain.cpu().plus(plain.server())));
				print("%s A/B %.2f of the time, %.2f of the processors", kind, wall.get(round), cpu.get(round));
			}
			print("%s median A/B %.2f of the time, %.2f of the processors%n", kind, median(wall), median(cpu));
		}
	}

	private Child.Run plain(Site site, Path file) throws IOException, InterruptedException {
		Child.Run run = show("B plain job", site.plainJob(file));
		check(site.takeRows(), ROWS);
		return run;
	}

	/** A large file of which nothing is accepted: no memory may grow with its rows. */
	private void bad(String what, ClassRows.Line line) throws IOException, InterruptedException {
		Path file = this.work.resolve(what + ".csv");
		ClassRows.write(file, this.counties, ROWS, line);
		for (TestDatabase kind : Site.kinds(this.kinds).toList()) {
			Site site = site(kind, what + kind);
			show(kind + " " + what, site.dudao("import", file.toString()));
			show(site.steps());
		}
	}

	/** A night of small files, one a county. */
	private void night() throws IOException, InterruptedException {
		Path inbox = inbox(this.counties.subList(0, FILES));
		for (TestDatabase kind : Site.kinds(this.kinds).toList()) {
			List<Double> each = new ArrayList<>();
			for (int round = 0; round < this.rounds; round++) {
				Site site = site(kind, "night-" + kind + round);
				Child.Run empty = show(kind + " status (start and end only)", site.dudao("status"));
				long before = site.statements();
				Child.Run run = show(kind + " nightly", site.dudao("nightly", "--inbox", inbox.toString()));
				show(site.steps());
				each.add((run.wall().toMillis() - empty.wall().toMillis()) / (double) FILES);
				print("%s a file: %.1f ms, %.1f ms of the processors, %.1f statements", kind, each.get(round),
						run.cpu().plus(run.server()).minus(empty.cpu()).toMillis() / (double) FILES,
						(site.statements() - before) / (double) FILES);
				check(site.takeRows(), FILES * ROWS_A_FILE);
			}
			print("%s median a file: %.1f ms%n", kind, median(each));
		}
	}

	/** The correction of one county, with all counties in the warehouse and with ten. */
	private void correct() throws IOException, InterruptedException {
		for (TestDatabase kind : Site.kinds(this.kinds).toList()) {
			Site few = filled(kind, "few-" + kind, this.counties.subList(0, FEW));
			Site all = filled(kind, "all-" + kind, this.counties);
			List<Double> wall = new ArrayList<>();
			for (int round = 0; round < this.rounds; round++) {
				Child.Run among = corrected(kind + " among " + this.counties.size(), all, round);
				Child.Run alone = corrected(kind + " among " + FEW, few, round);
				wall.add(ratio(among.wall(), alone.wall()));
				print("%s %.2f of the time", kind, wall.get(round));
			}
			print("%s median %.2f of the time%n", kind, median(wall));
		}
	}

	private Site filled(TestDatabase kind, String name, List<String> counties)
			throws IOException, InterruptedException {
		Site site = site(kind, name);
		Path file = this.work.resolve(name + ".csv");
		ClassRows.write(file, counties, counties.size() * ROWS_A_FILE, ClassRows::row);
		Child.Run run = show(kind + " first import", site.dudao("import", file.toString()));
		print("%s", judged(run));
		return site;
	}

	/** The first county has other figures in each round. */
	private Child.Run corrected(String what, Site site, int round) throws IOException, InterruptedException {
		String county = this.counties.get(0);
		Path file = this.work.resolve("correction-" + round + ".csv");
		ClassRows.write(file, List.of(county), ROWS_A_FILE,
				(code, row) -> ClassRows.row(code, row + (round + 1) * ROWS_A_FILE));
		Child.Run run = show(what, site.dudao("import", file.toString(), "--sender", county));
		print("%s", judged(run));
		show(site.steps());
		return run;
	}

	/**
	 * What a person asks in the morning, after a file of each county and in an empty
	 * house.
	 */
	private void asked() throws IOException, InterruptedException {
		Path inbox = inbox(this.counties);
		for (TestDatabase kind : Site.kinds(this.kinds).toList()) {
			Site empty = site(kind, "empty-" + kind);
			Site full = site(kind, "full-" + kind);
			show(kind + " nightly", full.dudao("nightly", "--inbox", inbox.toString()));
			show(full.steps());
			for (String[] question : QUESTIONS) {
				List<Double> wall = new ArrayList<>();
				for (int round = 0; round < this.rounds; round++) {
					Child.Run asked = show(kind + " " + String.join(" ", question), full.dudao(question));
					wall.add(seconds(asked.wall()) - seconds(empty.dudao(question).wall()));
				}
				print("%s %s: median %.1f s more than in an empty house", kind, String.join(" ", question),
						median(wall));
			}
		}
	}

	private Path inbox(List<String> senders) throws IOException {
		Path inbox = this.work.resolve("inbox");
		for (String county : senders) {
			ClassRows.write(inbox.resolve(county).resolve("class-size.csv"), List.of(county), ROWS_A_FILE,
					ClassRows::row);
		}
		return inbox;
	}

	private static String judged(Child.Run run) {
		return run.out().lines().filter((line) -> line.startsWith("  judged")).findFirst().orElse(run.out());
	}

	private Site site(TestDatabase kind, String name) throws IOException, InterruptedException {
		return Site.fresh(kind, this.work.resolve(name), HEAP);
	}

	private static Child.Run show(String what, Child.Run run) {
		print("%-32s %6.1f s, processor %5.1f s + server %5.1f s, heap alive %d MiB, exit %d", what,
				seconds(run.wall()), seconds(run.cpu()), seconds(run.server()), run.heap(), run.exit());
		if (run.exit() == 1 || run.exit() > 2) {
			print("%s", run.out());
		}
		return run;
	}

	private static void show(Map<String, Duration> steps) {
		print("    %s",
				steps.entrySet()
					.stream()
					.map((step) -> step.getKey() + " " + step.getValue().toMillis() + " ms")
					.collect(Collectors.joining(", ")));
	}

	private static void check(long found, long expected) {
		if (found != expected) {
			throw new IllegalStateException("the table holds " + found + " rows instead of " + expected);
		}
	}

	private static double ratio(Duration a, Duration b) {
		return seconds(a) / seconds(b);
	}

	private static double seconds(Duration time) {
		return time.toMillis() / 1000.0;
	}

	private static double median(List<Double> figures) {
		List<Double> sorted = figures.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private static void print(String format, Object... args) {
		System.out.println(String.format(Locale.ROOT, format, args));
	}

}
