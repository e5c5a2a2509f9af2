package org.dudao.batch;

import java.util.List;
import java.util.Map;

import org.dudao.database.TestDatabase;
import org.dudao.message.Message;
import org.dudao.report.RunSummary;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How long what an officer said of a file counts. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HintTests {

	private static final String FILE = "rotation.csv";

	private static final Hints WRONG = new Hints("funding", null, null, null);

	private final TestDatabase database;

	private House house;

	HintTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		this.house.put("420602/" + FILE, Sheets.rotation("420602", 2024, 100, 12, 3));
	}

	private void refuse() {
		this.house.take(FILE, "420602", WRONG);
		assertThat(this.house.state(FILE)).isEqualTo(SubmissionState.REJECTED);
		assertThat(this.house.submission(FILE).ledger().read()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "checked by telephone" })
	void feedThatAFileWasRefusedWithIsForgottenByTheNextImport(String reason) {
		refuse();
		this.house.take(FILE, null, reason.isEmpty() ? Hints.NONE : Sheets.accepting(reason));
		assertThat(this.house.state(FILE)).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.submission(FILE).hints().feed()).isNull();
	}

	@Test
	void nightReadsItAsItIsAndSaysWhy() {
		refuse();
		RunSummary night = this.house.night();
		assertThat(this.house.state(FILE)).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(night.again())
			.isEqualTo(Map.of(Message.of("again.hints"), List.of(this.house.submission(FILE).id())));
	}

	@Test
	void fileThatIsRefusedForItselfIsReadAgainOnce() {
		this.house.put("420606/list.csv", "名单,备注\n一,二\n");
		this.house.take("list.csv", "420606", WRONG);
		this.house.night();
		assertThat(this.house.submission("list.csv").attempt()).isEqualTo(2);
		this.house.night();
		assertThat(this.house.submission("list.csv").attempt()).isEqualTo(2);
	}

	/** Rows were read with it, so it was not what was wrong. */
	@Test
	void periodThatRowsWereReadWithIsKeptThoughTheyWereRejected() {
		Hints said = new Hints(null, 2024, null, null);
		this.house.put("420606/bad.csv", Sheets.rotation("420606", 2024, 10, 12, 3));
		this.house.take("bad.csv", "420606", said);
		assertThat(this.house.submission("bad.csv").ledger().rejected()).isEqualTo(1);
		this.house.night();
		assertThat(this.house.submission("bad.csv").attempt()).isEqualTo(1);
		assertThat(this.house.submission("bad.csv").hints()).isEqualTo(said);
	}

}
