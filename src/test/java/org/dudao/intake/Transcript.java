package org.dudao.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import org.dudao.catalog.Feed;
import org.dudao.message.Message;
import org.dudao.message.Messages;

/** What intake makes of a file, in lines that a person can check against the file. */
final class Transcript {

	private static final List<Messages> LANGUAGES = List.of(new Messages(Locale.ENGLISH), new Messages(Locale.CHINESE));

	private final List<String> lines = new ArrayList<>();

	private Transcript() {
	}

	static List<String> of(Intake intake, Source source) throws IOException {
		Transcript transcript = new Transcript();
		Screening screening = intake.screen(source);
		if (screening instanceof Screening.Refused refused) {
			refused.reasons().forEach((reason) -> transcript.lines.add("refused " + text(reason)));
		}
		else if (screening instanceof Screening.Recognised file) {
			transcript.rows(intake, file);
		}
		return transcript.lines;
	}

	private void rows(Intake intake, Screening.Recognised file) throws IOException {
		this.lines.add(file.feed().name() + " " + file.layout().name() + " " + file.charset() + " header "
				+ file.headerLine() + (file.unknownHeaders().isEmpty() ? "" : " unknown " + file.unknownHeaders()));
		try (RowReader rows = intake.read(file)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				row(file, row);
			}
			Ending ending = rows.ending();
			if (!ending.duplicatedLines().isEmpty()) {
				this.lines.add("duplicated " + new TreeSet<>(ending.duplicatedLines()));
			}
			ending.refusals().forEach((refusal) -> this.lines.add("refused " + text(refusal)));
		}
		catch (DamagedFile ex) {
			this.lines.add("damaged " + text(ex.reason()));
		}
	}

	private void row(Screening.Recognised file, Row row) {
		if (row instanceof Row.Accepted accepted) {
			this.lines.add(row.line() + (accepted.facts().isEmpty() ? " nothing" : ""));
			accepted.facts().forEach((fact) -> this.lines.add("  " + fact(file, fact)));
			accepted.notes().forEach((note) -> this.lines.add("  note " + text(note.message())));
		}
		else if (row instanceof Row.Rejected rejected) {
			this.lines.add(row.line() + " rejected");
			rejected.issues()
				.forEach((issue) -> this.lines.add("  " + issue.column() + " " + issue.header() + " ["
						+ issue.value().replace("\n", "\\n") + "] " + text(issue.message())));
		}
		else if (row instanceof Row.Ignored ignored) {
			this.lines.add(row.line() + " " + ignored.reason());
		}
	}

	private static String fact(Screening.Recognised file, Fact fact) {
		Feed feed = file.feed();
		List<String> values = new ArrayList<>();
		for (int i = 0; i < feed.fields().size(); i++) {
			if (fact.values()[i] != null) {
				values.add(feed.fields().get(i).name() + "=" + fact.values()[i]);
			}
		}
		fact.suppressed().forEach((field) -> values.add(field + "=*"));
		return String.join(" ", values);
	}

	/**
	 * The code and arguments; that there is a sentence in both languages is asserted too.
	 */
	private static String text(Message message) {
		for (Messages language : LANGUAGES) {
			boolean bracesGiven = message.args().stream().anyMatch((arg) -> arg.contains("{"));
			if (!bracesGiven && language.text(message).contains("{")) {
				throw new AssertionError(language.text(message));
			}
		}
		return (message.code() + " " + message.args()).replace('\u001F', '|');
	}

}
