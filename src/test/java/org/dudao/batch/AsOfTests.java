package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.database.TestDatabase;
import org.dudao.finding.Explainer;
import org.dudao.finding.Finding.State;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Statement;
import org.dudao.finding.Statements;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.report.Digest;
import org.dudao.report.Status;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked of an earlier moment is answered as it was answered then. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AsOfTests {

	private final TestDatabase database;

	private final Map<Instant, Answers> given = new LinkedHashMap<>();

	private House house;

	AsOfTests(TestDatabase database) {
		this.database = database;
	}

	/** All that the warehouse says. */
	private record Answers(Digest.Sums digest, List<Status.Cell> grid, List<Object> values, List<Object> findings,
			List<Object> explained) {
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	private Answers ask(@Nullable Instant asOf) {
		List<Object> explained = new ArrayList<>();
		for (long id = lowest(); id < lowest() + 20; id++) {
			this.house.part(Explainer.class).explain(id, asOf).ifPresent(explained::add);
		}
		return new Answers(this.house.part(Digest.class).of(asOf),
				this.house.part(Status.class).grid(null, null, null, asOf),
				List.copyOf(
						this.house.part(IndicatorQuery.class).find(new IndicatorQuery.Filter(null, null, null, asOf))),
				List.copyOf(this.house.part(FindingQuery.class)
					.find(new FindingQuery.Filter(null, null, null, null, asOf, true, true))),
				explained);
	}

	private long lowest() {
		return this.house.jdbc().sql("select coalesce(min(id), 0) from finding").query(Long.class).single();
	}

	/** Notes what the warehouse says now. */
	private void note() {
		this.given.put(this.house.clock().instant(), ask(null));
	}

	private void take(String name, String text) {
		this.house.put("420602/" + name, text).take(name, "420602", Sheets.accepting("as agreed"));
		assertThat(this.house.state(name)).isEqualTo(SubmissionState.PUBLISHED);
		note();
	}

	private void say(Statement statement, String rule) {
		assertThat(this.house.openFindings()).anySatisfy((one) -> assertThat(one).contains(rule.replace("%", "")));
		long finding = this.house.jdbc()
			.sql("select min(id) from finding where state = 'OPEN' and rule like ?")
			.param(rule)
			.query(Long.class)
			.single();
		this.house.clock().advance(Duration.ofHours(1));
		Instant now = this.house.clock().instant();
		this.house.part(Statements.class).enter(finding, statement, LocalDate.ofInstant(now, ZoneOffset.UTC), now);
		note();
	}

	private void withdraw(String file) throws IOException {
		this.house.clock().advance(Duration.ofHours(1));
		this.house.part(Pipeline.class)
			.withdraw(new Withdrawal(this.house.submission(file).id(), "of another year", "officer-7"));
		note();
	}

	@Test
	void everyMomentIsAnsweredAsItWasAnsweredThen() throws IOException {
		note();
		Sheets.county().forEach(this.house::put);
		this.house.night();
		note();
		take("breach.csv", Sheets.rotation("420602", 2024, 100, 4, 1));
		take("mended.csv", Sheets.rotation("420602", 2024, 100, 40, 20));
		take("less.csv", Sheets.funding("420602", 2024, 1000, 9_000_000));
		take("back.csv", Sheets.rotation("420602", 2024, 100, 3, 1));
		say(new Statement(State.EXPLAINED, "one-time-funding", "a grant", null, "officer-7"), "rotation-at-least%");
		say(new Statement(State.CLOSED, null, "seen on the spot", null, "officer-7"), "%fund%");
		withdraw("back.csv");
		this.house.put("420602/held.csv", Sheets.rotation("420602", 2024, 100, 3, 1) + "420602,2024-2025,二小")
			.take("held.csv", "420602", Hints.NONE);
		assertThat(this.house.state("held.csv")).isEqualTo(SubmissionState.HELD);
		note();
		this.house.take("held.csv", "420602", Sheets.accepting("the row is none"));
		assertThat(this.house.state("held.csv")).isEqualTo(SubmissionState.PUBLISHED);
		note();
		take("before.csv", Sheets.funding("420602", 2023, 1000, 8_000_000));

		assertThat(this.given.values()).extracting((answers) -> answers.digest().digest()).hasSize(12);
		assertThat(this.house.count("finding_event where event = 'CLOSED'")).isPositive();
		assertThat(this.house.count("finding_event where event = 'REOPENED'")).isPositive();
		this.given.forEach((moment, answers) -> assertThat(ask(moment)).as(moment.toString()).isEqualTo(answers));
	}

	@Test
	void digestOfAMomentIsByTheCatalogueOfThatMoment(@TempDir Path jobs) throws IOException {
		this.house.put("420602/good.csv", Sheets.rotation("420602", 2024, 100, 40, 20)).night();
		String digest = this.house.digest();
		Instant then = this.house.clock().instant();
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Path feed = jobs.resolve("feeds/teacher-rotation.yaml");
		String field = "  - {name: visiting, type: integer, unit: person, part: rotation, title: {en: V, zh: 来访教师数}}\n";
		Files.writeString(feed,
				Files.readString(feed).replace("  - name: within_rural", field + "  - name: within_rural"));
		try (House changed = this.house.with(jobs)) {
			changed.clock().set(then);
			changed.night();
			assertThat(changed.part(Digest.class).of(then).digest()).isNotEqualTo(digest);
			assertThat(changed.part(PastDigest.class).of(then).digest()).isEqualTo(digest);
		}
		this.house.jdbc().sql("alter table fact_teacher_rotation drop column visiting").update();
	}

	@Test
	void closedFindingIsNoPartOfTheDigest() {
		this.house.put("420602/good.csv", Sheets.rotation("420602", 2024, 100, 40, 20)).night();
		String digest = this.house.digest();
		take("bad.csv", Sheets.rotation("420602", 2024, 100, 4, 1));
		this.house.take("good.csv", "420602", Sheets.accepting("the other was of another year"));
		assertThat(this.house.count("finding where state = 'CLOSED'")).isPositive();
		assertThat(this.house.digest()).isEqualTo(digest);
	}

}
