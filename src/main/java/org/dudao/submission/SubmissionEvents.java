package org.dudao.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What persons and runs did to submissions: a trail to which is only ever added. Each
 * call that writes is part of the caller's transaction.
 */
public final class SubmissionEvents {

	private static final int REASON_LENGTH = 2000;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JdbcClient jdbc;

	/** The trail in that database. */
	public SubmissionEvents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds what happened to a submission. */
	public void add(long submission, Event event) {
		this.jdbc.sql("""
				insert into submission_event (submission_id, event, happened_at, author, reason, messages,
				other_submission) values (?, ?, ?, ?, ?, ?, ?)""")
			.params(submission, event.kind().name(), Submissions.utc(event.at()), event.author(), cut(event.reason()),
					event.messages().isEmpty() ? null : JSON.writeValueAsString(event.messages()), event.other())
			.update();
	}

	/** What happened to a submission, in its order. */
	public List<Event> of(long submission) {
		return this.jdbc.sql("select * from submission_event where submission_id = ? order by id")
			.param(submission)
			.query(SubmissionEvents::map)
			.list();
	}

	/** What happened to those submissions, not too many at once, each in its order. */
	public Map<Long, List<Event>> of(Collection<Long> submissions) {
		Map<Long, List<Event>> stories = new HashMap<>();
		if (!submissions.isEmpty()) {
			this.jdbc.sql("select * from submission_event where submission_id in (:submissions) order by id")
				.param("submissions", submissions)
				.query((rs) -> {
					stories.computeIfAbsent(rs.getLong("submission_id"), (id) -> new ArrayList<>()).add(map(rs, 0));
				});
		}
		return stories;
	}

	/** What of that kind happened last to a submission. */
	public Optional<Event> last(long submission, Kind kind) {
		return this.jdbc
			.sql("select * from submission_event where submission_id = ? and event = ? order by id desc limit 1")
			.params(submission, kind.name())
			.query(SubmissionEvents::map)
			.optional();
	}

	private static Event map(ResultSet rs, int row) throws SQLException {
		String messages = rs.getString("messages");
		return new Event(Kind.valueOf(rs.getString("event")), Submissions.instant(rs, "happened_at"),
				rs.getString("author"), rs.getString("reason"),
				(messages != null) ? List.of(JSON.readValue(messages, Message[].class)) : List.of(),
				rs.getObject("other_submission", Long.class));
	}

	private static @Nullable String cut(@Nullable String reason) {
		return (reason == null || reason.length() <= REASON_LENGTH) ? reason : reason.substring(0, REASON_LENGTH);
	}

	/**
	 * One thing that happened to a submission.
	 *
	 * @param kind what it was
	 * @param at when
	 * @param author the person who did it, or null when a run did it by itself
	 * @param reason why, in that person's words, or null
	 * @param messages why, when a run says so
	 * @param other the submission that has to do with it, or null; see {@link Kind}
	 */
	public record Event(Kind kind, Instant at, @Nullable String author, @Nullable String reason, List<Message> messages,
			@Nullable Long other) {

		/** What a run did by itself. */
		static Event of(Kind kind, Instant at, List<Message> messages, @Nullable Long other) {
			return new Event(kind, at, null, null, messages, other);
		}

		/** What a person did. */
		public static Event by(Kind kind, Instant at, @Nullable String author, @Nullable String reason,
				@Nullable Long other) {
			return new Event(kind, at, author, reason, List.of(), other);
		}

	}

	/**
	 * What can happen to a submission. The sentence is the message {@code event.<NAME>}.
	 */
	public enum Kind {

		/** It came in. */
		RECEIVED,

		/** The same bytes are read again: they came again, or were not finished. */
		AGAIN,

		/** A person lets it through with a reason, should it be held. */
		ACCEPTED,

		/** It looks damaged or suspicious. */
		HELD,

		/** It breaks the contract. */
		REJECTED,

		/** Our side failed. */
		FAILED,

		/** It is in force. */
		PUBLISHED,

		/** The other has taken the last of its places. */
		SUPERSEDED,

		/** A person took it back. */
		WITHDRAWN,

		/** It is in force again where the other was withdrawn. */
		REINSTATED,

		/** The other corrects it. */
		CORRECTED,

		/** It is the other with corrected rows. */
		CORRECTS

	}

}
