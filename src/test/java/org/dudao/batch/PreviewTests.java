package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dudao.database.TestDatabase;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueChanges.Change;
import org.dudao.report.RunSummary;
import org.dudao.submission.Submission;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionState;
import org.dudao.warehouse.FactChanges.Cell;
import org.dudao.warehouse.FactChanges.SlotChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A preview changes nothing, and says what the import then does. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PreviewTests {

	/** One school less, two more, and fewer teachers who rotated in the first. */
	private static final String CHANGED = Sheets.schools("420606", 2024, 14)
		.replace(",1小,小学,10,2,1\n", ",1小,小学,10,0,0\n")
		.replace("420606,2024-2025,3小,小学,10,2,1\n", "");

	private final TestDatabase database;

	private House house;

	PreviewTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		Sheets.county().forEach(this.house::put);
		this.house.night();
		this.house.clearInbox();
	}

	@Test
	void saysWhatTheImportThenDoesUpToTheProvince() {
		PlannedFile[] files = { file("420606", "changed.csv", CHANGED),
				file("420602", "new.csv", Sheets.rotation("420602", 2025, 100, 5, 0)),
				file("420602", "better.csv", Sheets.rotation("420602", 2024, 100, 15, 4)),
				file("420602", "restated.csv", Sheets.funding("420602", 2024, 1000, 9_000_000)),
				file("420602", "bad.csv", Sheets.rotation("420602", 2022, 3, 5, 0)) };
		Map<String, String> values = values();
		Set<String> open = new HashSet<>(this.house.openFindings());
		Set<String> slots = new HashSet<>(this.house.inForce());
		Preview preview = preview(files);
		assertThat(values()).isEqualTo(values);

		RunSummary done = this.house.take(files);
		assertThat(states(preview.summary())).isEqualTo(states(done)).containsValue(SubmissionState.REJECTED);
		assertThat(ledgers(preview.summary())).isEqualTo(ledgers(done));
		Map<String, String> valuesAfter = values();
		assertThat(preview.values().stream().filter(PreviewTests::otherFigure).map(PreviewTests::text))
			.containsExactlyInAnyOrderElementsOf(difference(values, valuesAfter))
			.anyMatch((change) -> change.contains(" 420600 "));
		assertThat(turns(preview, "OPENED", "REOPENED")).isNotEmpty()
			.isEqualTo(without(this.house.openFindings(), open));
		assertThat(turns(preview, "CLOSED")).isNotEmpty().isEqualTo(without(open, this.house.openFindings()));
		assertThat(preview.slots().stream().map((slot) -> slot.slot().slot().region() + slot.slot().slot().period()))
			.containsOnly("4206062024", "4206022025", "4206022024");
		assertThat(without(this.house.inForce(), slots)).hasSameSizeAs(preview.slots());
		assertThat(preview.computed()).isEqualTo(done.judged().computed());
	}

	@Test
	void countsTheRowsAndShowsTheCells() {
		Preview preview = preview(file("420606", "changed.csv", CHANGED));
		SlotChange change = preview.slots().get(0);
		assertThat(preview.slots()).hasSize(1);
		assertThat(change.added()).isEqualTo(2);
		assertThat(change.removed()).isEqualTo(1);
		assertThat(change.changed()).isEqualTo(1);
		assertThat(change.slot().before()).isEqualTo(this.house.submission("rotation-2024.csv").id());
		assertThat(change.cells()).extracting(Cell::field, Cell::before, Cell::after)
			.containsExactly(tuple("rotated", "2", "0"), tuple("backbone_rotated", "1", "0"));
		assertThat(change.cells().get(0).key()).contains("1小");
	}

	@Test
	void saysWhatACorrectionFileWouldChange() {
		Submission parent = this.house.submission("rotation-2024.csv");
		List<List<String>> rows = new CorrectionDesk(this.house).rows(parent.id());
		PlannedFile correction = file("420606", "fix.csv", CorrectionDesk
			.text(CorrectionDesk.csv(CorrectionDesk.changed(rows, (cell) -> cell.equals("5") ? "2" : cell))));
		Map<String, Integer> before = rows();
		List<String> archive = this.house.files("archive");
		Preview preview = preview(correction);
		assertThat(rows()).isEqualTo(before);
		assertThat(this.house.files("archive")).isEqualTo(archive);
		assertThat(preview.slots()).singleElement()
			.extracting(SlotChange::added, SlotChange::removed, SlotChange::changed, (slot) -> slot.slot().before())
			.containsExactly(1, 0, 0, parent.id());
		assertThat(ledgers(preview.summary())).isEqualTo(ledgers(this.house.take(correction)));
	}

	@Test
	void leavesNothingBehind() {
		String digest = this.house.digest();
		Map<String, Integer> rows = rows();
		List<String> archive = this.house.files("archive");
		preview(file("420606", "changed.csv", CHANGED), file("420602", "bad.csv", "no,table\n"));
		assertThat(this.house.digest()).isEqualTo(digest);
		assertThat(rows()).isEqualTo(rows);
		assertThat(this.house.files("archive")).isEqualTo(archive);
	}

	@Test
	void leavesNothingBehindWhenItFails() {
		String digest = this.house.digest();
		Map<String, Integer> rows = rows();
		Trap.failing(this.house.connection(), "finding_event.event = OPENED").around(() -> {
			assertThatThrownBy(() -> preview(file("420602", "new.csv", Sheets.rotation("420602", 2025, 100, 5, 0))));
			return null;
		});
		assertThat(this.house.digest()).isEqualTo(digest);
		assertThat(rows()).isEqualTo(rows);
		this.house.night();
		assertThat(this.house.state("new.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

	@Test
	void saysThatAFileWouldBeHeld() {
		Preview preview = preview(file("420606", "few.csv", Sheets.schools("420606", 2024, 2)));
		assertThat(states(preview.summary())).containsEntry("few.csv", SubmissionState.HELD);
		assertThat(preview.slots()).isEmpty();
		assertThat(preview.values()).isEmpty();
		assertThat(preview.findings()).isEmpty();
	}

	private PlannedFile file(String sender, String name, String text) {
		this.house.put(sender + "/" + name, text);
		return new PlannedFile(this.house.inbox().resolve(sender).resolve(name), sender, Hints.NONE, null);
	}

	private Preview preview(PlannedFile... files) {
		try {
			return this.house.part(Pipeline.class).preview(List.of(files));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** What each value says: its figure, or why there is none. */
	private Map<String, String> values() {
		Map<String, String> values = new TreeMap<>();
		this.house.jdbc()
			.sql("select indicator, region, period, stage, basis, figure, gap from indicator_value where live = 1")
			.query((rs) -> {
				String figure = (rs.getBigDecimal(6) != null) ? rs.getBigDecimal(6).stripTrailingZeros().toPlainString()
						: "-";
				values.put(String.join(" ", rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4),
						rs.getString(5)), figure + " " + rs.getString(7));
			});
		return values;
	}

	private static Set<String> difference(Map<String, String> before, Map<String, String> after) {
		Set<String> keys = new HashSet<>(before.keySet());
		keys.addAll(after.keySet());
		return keys.stream()
			.filter((key) -> !before.getOrDefault(key, "").equals(after.getOrDefault(key, "")))
			.map((key) -> key + ": " + before.get(key) + " → " + after.get(key))
			.collect(Collectors.toSet());
	}

	private static boolean otherFigure(Change change) {
		return !String.valueOf(text(change.before())).equals(String.valueOf(text(change.after())));
	}

	private static String text(Change change) {
		return String.join(" ", change.key().indicator(), change.key().region(), String.valueOf(change.key().period()),
				change.key().stage(), change.key().basis()) + ": " + text(change.before()) + " → "
				+ text(change.after());
	}

	private static String text(Value value) {
		if (value == null) {
			return null;
		}
		return ((value.value() != null) ? value.value().stripTrailingZeros().toPlainString() : "-") + " " + value.gap();
	}

	private static Set<String> turns(Preview preview, String... events) {
		return preview.findings()
			.stream()
			.filter((turn) -> List.of(events).contains(turn.event()))
			.map((turn) -> turn.rule() + " " + turn.region() + " " + turn.period())
			.collect(Collectors.toSet());
	}

	private static Set<String> without(Iterable<String> all, Iterable<String> some) {
		Set<String> left = new HashSet<>();
		all.forEach(left::add);
		some.forEach(left::remove);
		return left;
	}

	private static Map<String, SubmissionState> states(RunSummary summary) {
		return summary.read().stream().collect(Collectors.toMap(Submission::fileName, Submission::state));
	}

	private static Map<String, Object> ledgers(RunSummary summary) {
		return summary.read()
			.stream()
			.collect(Collectors.toMap(Submission::fileName, (file) -> List.of(file.ledger(), file.reasons())));
	}

	/** How many rows each table has. */
	private Map<String, Integer> rows() {
		Map<String, Integer> rows = new TreeMap<>();
		this.house.jdbc()
			.sql("select table_name from information_schema.tables where table_schema = (select schema())"
					+ " and table_type like 'BASE%'")
			.query(String.class)
			.list()
			.forEach((table) -> rows.put(table, this.house.count(table)));
		return rows;
	}

}
