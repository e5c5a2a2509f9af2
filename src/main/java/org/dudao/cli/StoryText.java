package org.dudao.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.message.Messages;
import org.dudao.submission.SubmissionEvents.Event;

/** What happened to a submission, as a person reads it, or as JSON. */
final class StoryText {

	/** More reasons than these are looked up in the state they led to. */
	private static final int REASONS = 3;

	private final Screen screen;

	StoryText(Screen screen) {
		this.screen = screen;
	}

	void show(List<Event> story) {
		this.screen.say("submission.story");
		story.forEach((event) -> this.screen.line("    " + this.screen.time(event.at()) + "  " + sentence(event)));
	}

	private String sentence(Event event) {
		Messages texts = this.screen.messages();
		StringBuilder text = new StringBuilder(
				texts.text("event." + event.kind(), (event.other() != null) ? event.other() : ""));
		if (event.author() != null) {
			text.append(texts.text("submission.by", event.author()));
		}
		if (event.reason() != null) {
			text.append(texts.text("text.colon")).append(event.reason());
		}
		event.messages()
			.stream()
			.limit(REASONS)
			.forEach((message) -> text.append(System.lineSeparator()).append("      - ").append(texts.text(message)));
		return text.toString();
	}

	List<Map<String, Object>> objects(List<Event> story) {
		return story.stream().map(this::object).toList();
	}

	private Map<String, Object> object(Event event) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("event", event.kind());
		object.put("at", event.at().toString());
		object.put("by", event.author());
		object.put("reason", event.reason());
		object.put("messages", event.messages().stream().map(this.screen.messages()::text).toList());
		object.put("submission", event.other());
		return object;
	}

}
