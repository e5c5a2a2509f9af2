package org.dudao.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.dudao.finding.Explanation;
import org.dudao.finding.Finding;
import org.dudao.finding.Finding.Turn;
import org.dudao.finding.Statement;
import org.jspecify.annotations.Nullable;

/** The turns of a finding's life, with who or what brought them about. */
final class LifeText {

	private LifeText() {
	}

	/** One line a turn, where people read. */
	static void show(List<Explanation.Event> events, Screen screen) {
		events.forEach((event) -> screen.say("explain.event", screen.time(event.at()),
				screen.messages().text(VerdictText.key("finding.event.", event.turn())), details(event, screen)));
	}

	private static String details(Explanation.Event event, Screen screen) {
		List<String> details = new ArrayList<>();
		if (event.submission() != null) {
			details.add(screen.messages().text("finding.by-submission", event.submission()));
		}
		if (event.turn() == Turn.RESUMED) {
			details.add(screen.messages().text(VerdictText.key("finding.state.", event.state())));
		}
		if (event.because() != null) {
			details.add(screen.messages().text(VerdictText.key("finding.because.", event.because())));
		}
		if (event.statement() != null) {
			details.add(said(event.statement(), screen));
		}
		return details.isEmpty() ? "" : screen.messages()
			.text("explain.event.details", String.join(screen.messages().text("text.comma"), details));
	}

	/** Where the finding stands by what a person said of it, and who that was. */
	static String standing(Finding finding, Screen screen) {
		return screen.messages().text(VerdictText.key("finding.state.", finding.state()))
				+ screen.messages().text("text.comma") + said(Objects.requireNonNull(finding.statement()), screen);
	}

	/** Who said it, for what reason, until when, and the words. */
	static String said(Statement statement, Screen screen) {
		List<String> said = new ArrayList<>();
		said.add(statement.author());
		if (statement.reason() != null) {
			said.add(statement.reason());
		}
		if (statement.until() != null) {
			said.add(screen.messages().text("finding.until", statement.until()));
		}
		return String.join(screen.messages().text("text.comma"), said) + screen.messages().text("text.colon")
				+ statement.text();
	}

	/** A turn for a program. */
	static Map<String, Object> object(Explanation.Event event) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("at", event.at().toString());
		object.put("turn", event.turn());
		object.put("state", event.state());
		object.put("submission", event.submission());
		object.put("because", event.because());
		object.putAll(object(event.statement()));
		return object;
	}

	/** A statement for a program; each of it null when there is none. */
	static Map<String, Object> object(@Nullable Statement statement) {
		boolean said = statement != null;
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("author", said ? statement.author() : null);
		object.put("reason", said ? statement.reason() : null);
		object.put("text", said ? statement.text() : null);
		object.put("until", (said && statement.until() != null) ? statement.until().toString() : null);
		return object;
	}

}
