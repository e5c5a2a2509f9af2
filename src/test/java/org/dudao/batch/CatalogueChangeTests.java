package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.dudao.database.TestDatabase;
import org.dudao.message.Message;
import org.dudao.report.RunSummary;
import org.dudao.warehouse.DestructiveChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Another catalogue over facts that are there already. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CatalogueChangeTests {

	private static final String FEED = "feeds/teacher-rotation.yaml";

	private final TestDatabase database;

	private House house;

	private Path jobs;

	CatalogueChangeTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open(@TempDir Path jobs) throws IOException {
		this.house = House.on(this.database);
		this.jobs = jobs;
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 100, 15, 4)).night();
	}

	private void change(String file, String from, String to) throws IOException {
		String text = Files.readString(this.jobs.resolve(file));
		assertThat(text).contains(from);
		Files.writeString(this.jobs.resolve(file), text.replace(from, to));
	}

	@Test
	void newRuleJudgesWhatIsThereWithoutTouchingFacts() throws IOException {
		assertThat(this.house.openFindings()).isEmpty();
		Sheets.addRule(this.jobs);
		String published = published();
		try (House changed = this.house.with(this.jobs)) {
			RunSummary night = changed.night();
			assertThat(night.read()).isEmpty();
			assertThat(night.judged().opened()).isEqualTo(1);
			assertThat(night.judged().changed()).isZero();
			assertThat(changed.openFindings()).containsExactly("rotation-at-least-20-percent 420602 2024");
			assertThat(published()).isEqualTo(published);
			assertThat(changed.night().judged().computed()).as("the same catalogue once more").isZero();
		}
		RunSummary back = this.house.night();
		assertThat(back.judged().closed()).isEqualTo(1);
		assertThat(this.house.openFindings()).isEmpty();
	}

	/** In force stays in force; only what waits for a person is looked at anew. */
	@Test
	void nightSaysThatRefusedFilesAreReadAgainSinceTheCatalogueWasChanged() throws IOException {
		this.house.put("420606/list.csv", "名单,备注\n一,二\n").night();
		long rejected = this.house.submission("list.csv").id();
		Sheets.addRule(this.jobs);
		try (House changed = this.house.with(this.jobs)) {
			assertThat(changed.night().again()).isEqualTo(Map.of(Message.of("again.catalogue"), List.of(rejected)));
			assertThat(changed.night().again()).as("the same catalogue once more").isEmpty();
		}
	}

	private String published() {
		return this.house.jdbc()
			.sql("select concat(count(*), ' ', max(id), ' ', sum(facts)) from publication")
			.query(String.class)
			.single() + " " + this.house.submission("rotation.csv").attempt();
	}

	@Test
	void runThatDiedAfterJudgingByAnotherCatalogueIsJudgedAgain() throws IOException {
		Sheets.addRule(this.jobs);
		try (House changed = this.house.with(this.jobs)) {
			changed.night();
		}
		this.house.jdbc()
			.sql("update run set outcome = null, ended_at = null where id = (select max(id) from"
					+ " (select id from run) r)")
			.update();
		assertThat(this.house.night().judged().closed()).isEqualTo(1);
		assertThat(this.house.openFindings()).isEmpty();
	}

	@Test
	void newFieldBecomesAColumnAndOldFactsStay() throws IOException {
		String field = "  - {name: visiting, type: integer, unit: person, part: rotation, title: {en: V, zh: 来访教师数}}\n";
		change(FEED, "  - name: within_rural", field + "  - name: within_rural");
		try (House changed = this.house.with(this.jobs)) {
			changed.put("420606/visiting.csv", Sheets.ROTATION.strip() + ",来访教师数\n420606,2024-2025,一小,小学,10,2,1,7\n")
				.night();
			assertThat(changed.count("fact_teacher_rotation where visiting = 7")).isEqualTo(1);
			assertThat(changed.count("fact_teacher_rotation where visiting is null and rotated = 15")).isEqualTo(1);
		}
		this.house.jdbc().sql("alter table fact_teacher_rotation drop column visiting").update();
	}

	@Test
	void changeThatWouldDestroyFactsIsRefusedWithItsReason() throws IOException {
		change(FEED, "- name: backbone_rotated\n    type: integer", "- name: backbone_rotated\n    type: number");
		Throwable refused = catchThrowable(() -> this.house.with(this.jobs));
		assertThat(refused).rootCause().isInstanceOfSatisfying(DestructiveChange.class, (change) -> {
			assertThat(change.reason().code()).isEqualTo("warehouse.type-changed");
			assertThat(change.reason().args()).containsExactly("teacher-rotation", "backbone_rotated",
					"fact_teacher_rotation", "bigint", "decimal(24,6)");
		});
		assertThat(this.house.count("fact_teacher_rotation where backbone_rotated = 4")).isEqualTo(1);
	}

}
