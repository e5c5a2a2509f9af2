package org.dudao.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the notes of senders by which years cannot be compared. */
final class SeriesNotes {

	private final JdbcClient jdbc;

	SeriesNotes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The same, each with the note that is its cause, in one statement if there is any.
	 */
	List<Listed> noted(List<Listed> found) {
		Set<Long> wanted = found.stream().map(SeriesNotes::number).filter(Objects::nonNull).collect(Collectors.toSet());
		if (wanted.isEmpty()) {
			return found;
		}
		Map<Long, Listed.Note> notes = new HashMap<>();
		this.jdbc
			.sql("select b.id, b.submission_id, u.file_name, b.line, b.note from series_break b"
					+ " join submission u on u.id = b.submission_id where b.id in (:ids)")
			.param("ids", wanted)
			.query((row) -> {
				notes.put(row.getLong(1),
						new Listed.Note(row.getLong(2), row.getString(3), row.getInt(4), row.getString(5)));
			});
		return found.stream().map((listed) -> listed.with(notes.get(number(listed)))).toList();
	}

	private static @Nullable Long number(Listed listed) {
		Verdict verdict = listed.verdict();
		return (verdict != null) ? verdict.grounds().seriesBreak() : null;
	}

}
