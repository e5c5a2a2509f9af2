package org.dudao.batch;

import java.util.List;

import org.dudao.database.TestDatabase;
import org.dudao.submission.SubmissionEvents;
import org.dudao.submission.SubmissionEvents.Event;
import org.dudao.submission.SubmissionEvents.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to a file is written down, and nothing of it is overwritten. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SubmissionStoryTests {

	private final TestDatabase database;

	private House house;

	SubmissionStoryTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	@Test
	void heldFileThatWasLetThroughAndReplacedTellsAllOfIt() {
		this.house.put("420602/a.csv", Sheets.rotation("420602", 2024, 100, 12, 3));
		this.house.put("420602/b.csv", Sheets.rotation("420602", 2024, 100, 15, 4)).night();
		this.house.take("a.csv", "420602", Sheets.accepting("asked the county"));
		this.house.clearInbox().put("420602/c.csv", Sheets.rotation("420602", 2024, 100, 16, 4)).night();
		assertThat(kinds("a.csv")).containsExactly(Kind.RECEIVED, Kind.HELD, Kind.AGAIN, Kind.ACCEPTED, Kind.PUBLISHED,
				Kind.SUPERSEDED);
		List<Event> story = story("a.csv");
		assertThat(story.get(1).messages().get(0).code()).isEqualTo("sensor.same-slot");
		assertThat(story.get(3).author()).isEqualTo("officer-7");
		assertThat(story.get(3).reason()).isEqualTo("asked the county");
		assertThat(story.get(5).other()).isEqualTo(this.house.submission("c.csv").id());
		assertThat(story).extracting(Event::at).isSorted();
	}

	@Test
	void rejectedFileKeepsItsReasonsWhenItIsReadAgain() {
		this.house.put("420602/a.csv", Sheets.rotation("420602", 2024, 10, 12, 3)).night();
		this.house.take("a.csv", "420606", Sheets.accepting("sent by a neighbour"));
		assertThat(kinds("a.csv")).containsExactly(Kind.RECEIVED, Kind.REJECTED, Kind.AGAIN, Kind.ACCEPTED,
				Kind.REJECTED);
		assertThat(story("a.csv").get(1).messages()).isNotEmpty();
	}

	private List<Kind> kinds(String fileName) {
		return story(fileName).stream().map(Event::kind).toList();
	}

	private List<Event> story(String fileName) {
		return this.house.part(SubmissionEvents.class).of(this.house.submission(fileName).id());
	}

}
