package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.dudao.database.TestDatabase;
import org.dudao.message.Message;
import org.dudao.receipt.Receipt;
import org.dudao.receipt.Receipts;
import org.dudao.report.RunSummary;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A rejected file that was corrected is done with, as long as its correction stands. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CorrectedSinceTests {

	private final TestDatabase database;

	private House house;

	private Submission parent;

	private byte[] correction;

	CorrectedSinceTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void rejected() {
		this.house = House.on(this.database);
		this.house.put("420602/r.csv", Sheets.rotation("420602", 2024, 10, 12, 3)).night();
		this.parent = this.house.submission("r.csv");
		assertThat(this.parent.state()).isEqualTo(SubmissionState.REJECTED);
		this.correction = CorrectionDesk.csv(CorrectionDesk
			.changed(new CorrectionDesk(this.house).rows(this.parent.id()), (cell) -> cell.equals("12") ? "5" : cell));
	}

	private Submission corrected() {
		RunSummary summary = this.house.put("420602/fix.csv", this.correction).night();
		assertThat(summary.read()).singleElement().extracting(Submission::state).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(summary.waiting()).isEmpty();
		return summary.read().get(0);
	}

	private House changed(Path jobs) throws IOException {
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Sheets.addRule(jobs);
		return this.house.with(jobs);
	}

	private Receipt receipt() {
		return this.house.part(Receipts.class).of(this.parent.id()).orElseThrow();
	}

	@Test
	void waitsForNobodyInTheNightsAfter() {
		Submission child = corrected();
		String digest = this.house.digest();

		RunSummary night = this.house.night();

		assertThat(night.read()).isEmpty();
		assertThat(night.needsOfficer()).isFalse();
		assertThat(night.passedOver()).anySatisfy((entry) -> assertThat(entry.why())
			.isEqualTo(Message.of("known.corrected", this.parent.id(), String.valueOf(child.id()))));
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void isNotReadAgainWhenTheCatalogueWasChanged(@TempDir Path jobs) throws IOException {
		corrected();
		try (House changed = changed(jobs)) {
			RunSummary night = changed.night();
			assertThat(night.read()).isEmpty();
			assertThat(night.again()).isEmpty();
			assertThat(night.needsOfficer()).isFalse();
		}
		assertThat(this.house.part(Submissions.class).find(this.parent.id()).orElseThrow().attempt()).isEqualTo(1);
		assertThat(receipt().next()).isEqualTo(Receipt.Next.NOBODY);
	}

	@Test
	void waitsAgainAndIsReadAgainWhenItsCorrectionIsWithdrawn(@TempDir Path jobs) throws IOException {
		Submission child = corrected();
		this.house.clock().advance(Duration.ofHours(1));
		this.house.part(Pipeline.class).withdraw(new Withdrawal(child.id(), "wrong row", "officer-7"));

		assertThat(this.house.night().waiting()).extracting(Submission::id).containsExactly(this.parent.id());
		assertThat(receipt().next()).isEqualTo(Receipt.Next.SENDER);
		assertThat(this.house.part(Submissions.class).needing(null, null)).extracting(Submission::id)
			.containsExactly(this.parent.id());
		try (House changed = changed(jobs)) {
			assertThat(changed.night().again())
				.isEqualTo(Map.of(Message.of("again.catalogue"), List.of(this.parent.id())));
		}
	}

	@Test
	void receiptOfWhatWaitsAgainIsWrittenAnew() throws IOException {
		Submission child = corrected();
		long before = this.house.jdbc().sql("select max(id) from run").query(Long.class).single();
		this.house.clock().advance(Duration.ofHours(1));

		this.house.part(Pipeline.class).withdraw(new Withdrawal(child.id(), "wrong row", "officer-7"));

		assertThat(this.house.part(Receipts.class).after(before)).extracting((one) -> one.submission().id())
			.containsExactly(this.parent.id(), child.id());
	}

	@Test
	void officerMayStillLetItThrough() {
		corrected();
		RunSummary taken = this.house.take("r.csv", "420602", Sheets.accepting("the first figures were right"));
		assertThat(taken.read()).extracting(Submission::id).containsExactly(this.parent.id());
	}

}
