package org.dudao.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.dudao.DudaoApplication;
import org.dudao.batch.Pipeline;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.catalog.Check;
import org.dudao.catalog.Rule;
import org.dudao.database.TestDatabase;
import org.dudao.finding.Finding.State;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.FindingQuery.Filter;
import org.dudao.finding.Listed;
import org.dudao.message.Message;
import org.dudao.region.Regions;
import org.dudao.report.RejectedRows;
import org.dudao.submission.Plan;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** One night over the sample inbox comes to exactly what {@code expected.yaml} says. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SampleNightTests {

	private static final Path SAMPLE = Path.of("sample-data");

	private static final Path INBOX = SAMPLE.resolve("inbox").toAbsolutePath();

	private static ConfigurableApplicationContext context;

	private static long run;

	private final Map<String, List<Map<String, Object>>> expected;

	SampleNightTests(TestDatabase database) throws IOException {
		this.expected = new Yaml().load(Files.readString(SAMPLE.resolve("expected.yaml")));
	}

	@BeforeParameterizedClassInvocation
	static void runNight(TestDatabase database, @TempDir Path home) throws IOException {
		TestDatabase.Connection connection = database.fresh();
		Catalog catalog = CatalogReader.read(Path.of("jobs"));
		context = new SpringApplicationBuilder(DudaoApplication.class).initializers((empty) -> {
			empty.getBeanFactory().registerSingleton("catalog", catalog);
			empty.getBeanFactory().registerSingleton("regions", Regions.read(catalog.regions()));
		})
			.run("--dudao.home=" + home, "--spring.datasource.url=" + connection.url(),
					"--spring.datasource.username=" + connection.user(),
					"--spring.datasource.password=" + connection.password());
		run = context.getBean(Pipeline.class).nightly(INBOX);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		context.close();
	}

	@Test
	void everyFileEndsAsPlanned() {
		assertThat(entries()).extracting(SampleNightTests::outcome)
			.containsExactlyInAnyOrderElementsOf(expected("files", "file", "state", "code"));
	}

	@Test
	void everyRowIsCountedAsPlanned() {
		List<Map<String, Object>> counted = this.expected.get("files")
			.stream()
			.filter((file) -> file.containsKey("accepted"))
			.toList();
		assertThat(entries()).extracting(SampleNightTests::counts)
			.containsAll(
					counted.stream().map((file) -> text(file, "file", "accepted", "rejected", "ignored")).toList());
	}

	@Test
	void exactlyThePlantedRowsAreRejected() {
		RejectedRows rows = context.getBean(RejectedRows.class);
		List<String> rejected = entries().stream()
			.filter((entry) -> submission(entry).state() == SubmissionState.PUBLISHED)
			.filter((entry) -> entry.outcome() != Plan.Outcome.KNOWN)
			.flatMap((entry) -> rows.of(submission(entry).id())
				.stream()
				.flatMap((row) -> row.issues()
					.stream()
					.map((issue) -> file(entry) + " " + row.line() + " " + issue.column() + " "
							+ issue.message().code())))
			.toList();
		assertThat(rejected)
			.containsExactlyInAnyOrderElementsOf(expected("rejectedRows", "file", "line", "column", "code"));
	}

	@Test
	void exactlyThePlantedBreachesAreFound() {
		List<Listed> open = context.getBean(FindingQuery.class).find(Filter.OPEN);
		assertThat(open).extracting(SampleNightTests::about)
			.containsExactlyInAnyOrderElementsOf(expected("findings", "rule", "region", "period", "stage"));
	}

	@Test
	void findingsAreNumberedByRegionAndYear() {
		List<String> inOrder = context.getBean(FindingQuery.class)
			.find(Filter.OPEN)
			.stream()
			.sorted(Comparator.comparingLong((listed) -> Objects.requireNonNull(listed.finding()).id()))
			.map((listed) -> listed.subject().region() + " " + listed.subject().period() + " " + listed.subject().rule()
					+ " " + listed.subject().stage())
			.toList();
		assertThat(inOrder).isSorted();
	}

	@Test
	void exactlyThePlantedGapsKeepVerdictsFromBeingGiven() {
		Filter filter = new Filter(null, null, null, State.OPEN, null, true, false);
		List<String> unjudged = context.getBean(FindingQuery.class)
			.find(filter)
			.stream()
			.filter((listed) -> listed.finding() == null && !isMatterOfCourse(listed))
			.map((listed) -> about(listed) + " " + Objects.requireNonNull(listed.verdict()).cause())
			.toList();
		assertThat(unjudged).containsExactlyInAnyOrderElementsOf(
				expected("notEvaluable", "rule", "region", "period", "stage", "cause"));
	}

	/** The first year has no year before it, and a province has but one city here. */
	private static boolean isMatterOfCourse(Listed listed) {
		Rule rule = Objects.requireNonNull(listed.rule());
		boolean yearOnYear = rule.check() instanceof Check.NeverDecreases || rule.check() instanceof Check.Increases
				|| rule.check() instanceof Check.GrowsFasterThan;
		return listed.subject().region().endsWith("0000") || yearOnYear && listed.subject().period() == 2022;
	}

	private static List<Plan.Entry> entries() {
		return context.getBean(Plan.class).entries(run);
	}

	private static Submission submission(Plan.Entry entry) {
		return context.getBean(Submissions.class).find(Objects.requireNonNull(entry.submission())).orElseThrow();
	}

	private static String file(Plan.Entry entry) {
		return INBOX.relativize(Path.of(entry.path())).toString();
	}

	private static String outcome(Plan.Entry entry) {
		Message why = entry.why();
		if (entry.outcome() == Plan.Outcome.KNOWN && why != null) {
			return file(entry) + " KNOWN " + why.code();
		}
		Submission submission = submission(entry);
		String code = submission.reasons().isEmpty() ? null : submission.reasons().get(0).code();
		return file(entry) + " " + submission.state() + " " + code;
	}

	private static String counts(Plan.Entry entry) {
		var ledger = submission(entry).ledger();
		return file(entry) + " " + ledger.accepted() + " " + ledger.rejected() + " " + ledger.ignored();
	}

	private static String about(Listed listed) {
		var subject = listed.subject();
		return subject.rule() + " " + subject.region() + " " + subject.period() + " " + subject.stage();
	}

	private List<String> expected(String part, String... keys) {
		return this.expected.get(part).stream().map((item) -> text(item, keys)).toList();
	}

	private static String text(Map<String, Object> item, String... keys) {
		return String.join(" ", Stream.of(keys).map((key) -> String.valueOf(item.get(key))).toList());
	}

}
