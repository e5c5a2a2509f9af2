package org.dudao.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dudao.database.Bulk;
import org.dudao.intake.Issue;
import org.dudao.intake.Revision;
import org.dudao.submission.Publications.InForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which submission was made out of which by a correction file. Each call that writes is
 * part of the caller's transaction.
 */
public final class Lineage {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<String> ROW = List.of("submission_id", "parent_line", "line", "standing", "issues");

	/**
	 * What makes the submission {@code child} of a statement stand in the place of the
	 * one that it corrects.
	 */
	public static final String STANDS = "child.state <> 'WITHDRAWN'";

	/** So many numbers fit in one statement. */
	private static final int AT_A_TIME = 500;

	private final JdbcClient jdbc;

	private final Bulk bulk;

	/** The lineage in that database. */
	public Lineage(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
		this.bulk = new Bulk(template);
	}

	/** Enters that a submission was made out of another. */
	public void enter(Link link, List<Corrected> rows) {
		this.jdbc.sql("update submission set parent_id = ?, correction_sha256 = ?, correction_name = ? where id = ?")
			.params(link.parent(), link.sha256(), link.name(), link.child())
			.update();
		this.bulk.insert("corrected_row", ROW,
				rows.stream()
					.map((row) -> new Object[] { link.child(), row.parentLine(), row.line(), row.standing().name(),
							JSON.writeValueAsString(row.issues()) })
					.toList());
	}

	/** What a submission was made out of; empty for one that was sent as it is. */
	public Optional<Link> of(long child) {
		return links("id = ?", child).stream().findFirst();
	}

	/** The submissions that were made out of one, by number. */
	public List<Link> children(long parent) {
		return links("parent_id = ?", parent);
	}

	/**
	 * The submissions that stand in the place of those that were corrected, by these and
	 * by number; without those that were not. One that was withdrawn stands for nothing:
	 * what it corrected waits again.
	 */
	public Map<Long, List<Long>> corrections(Collection<Long> parents) {
		Map<Long, List<Long>> corrections = new HashMap<>();
		List<Long> ids = List.copyOf(parents);
		for (int from = 0; from < ids.size(); from += AT_A_TIME) {
			this.jdbc
				.sql("select child.parent_id, child.id from submission child where child.parent_id in (:parents) and "
						+ STANDS + " order by child.id")
				.param("parents", ids.subList(from, Math.min(from + AT_A_TIME, ids.size())))
				.query((rs) -> {
					corrections.computeIfAbsent(rs.getLong(1), (parent) -> new ArrayList<>()).add(rs.getLong(2));
				});
		}
		return corrections;
	}

	/** The submissions that stand in the place of one; empty when it waits itself. */
	public List<Long> corrections(long parent) {
		return corrections(List.of(parent)).getOrDefault(parent, List.of());
	}

	/** The submission that was made by a correction file of those bytes. */
	public Optional<Link> by(String correctionSha256) {
		return links("correction_sha256 = ?", correctionSha256).stream().findFirst();
	}

	private List<Link> links(String which, Object argument) {
		return this.jdbc
			.sql("select id, parent_id, correction_sha256, correction_name from submission"
					+ " where parent_id is not null and " + which + " order by id")
			.param(argument)
			.query((rs, row) -> new Link(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getString(4)))
			.list();
	}

	/**
	 * Those of what is in force that came into force after the file was received that a
	 * submission corrects, and are not that file.
	 */
	public List<InForce> overtaking(long child, List<InForce> inForce) {
		Link link = of(child).orElse(null);
		if (link == null) {
			return List.of();
		}
		Set<Slot> later = new HashSet<>();
		inForce.stream()
			.map(InForce::submission)
			.distinct()
			.filter((other) -> other != link.parent())
			.forEach((other) -> this.jdbc.sql("""
					select p.feed, p.part, p.region, p.period from publication p join submission parent on parent.id = ?
					where p.submission_id = ? and p.superseded_at is null and p.recorded_at > parent.received_at""")
				.params(link.parent(), other)
				.query((rs) -> {
					later.add(new Slot(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4)));
				}));
		return inForce.stream().filter((one) -> later.contains(one.slot())).toList();
	}

	/** What the correction said of the lines of a submission's file. */
	public Revision revision(long child) {
		Map<Integer, List<Issue>> leftOut = new HashMap<>();
		Set<Integer> returned = new HashSet<>();
		this.jdbc.sql("select line, issues from corrected_row where submission_id = ? and standing = 'LEFT'")
			.param(child)
			.query((rs) -> {
				leftOut.put(rs.getInt(1), Arrays.asList(JSON.readValue(rs.getString(2), Issue[].class)));
			});
		this.jdbc.sql("select line from corrected_row where submission_id = ? and standing = 'RETURNED'")
			.param(child)
			.query((rs) -> {
				returned.add(rs.getInt(1));
			});
		return (leftOut.isEmpty() && returned.isEmpty()) ? Revision.NONE : new Revision(leftOut, returned);
	}

	/** What became of the rows of a submission that was made by a correction file. */
	public Tally tally(long child) {
		return this.jdbc.sql("""
				select
				coalesce(sum(case when c.standing = 'RETURNED' and r.line is null then 1 else 0 end), 0),
				coalesce(sum(case when c.standing = 'DELETED' then 1 else 0 end), 0)
				from corrected_row c left join rejected_row r on r.submission_id = c.submission_id and r.line = c.line
				where c.submission_id = ?""")
			.param(child)
			.query((rs, row) -> new Tally(rs.getInt(1), rs.getInt(2)))
			.single();
	}

	/**
	 * That a submission was made out of another.
	 *
	 * @param child the submission with the corrected rows
	 * @param parent the one whose rejected rows were corrected
	 * @param sha256 of the correction file, under which the archive keeps it
	 * @param name the name of the correction file
	 */
	public record Link(long child, long parent, String sha256, String name) {
	}

	/**
	 * A rejected row and what the correction said of it.
	 *
	 * @param parentLine its line in the parent's file
	 * @param line its line in the child's file, null when it was taken out
	 * @param standing what was said
	 * @param issues what was wrong with one that was left out, else none
	 */
	public record Corrected(int parentLine, @Nullable Integer line, Standing standing, List<Issue> issues) {
	}

	/** What a correction says of a rejected row. */
	public enum Standing {

		/** It came back, corrected or not. */
		RETURNED,

		/** It did not come back and stays rejected. */
		LEFT,

		/** It should not be there and was taken out. */
		DELETED

	}

	/**
	 * What became of rejected rows.
	 *
	 * @param corrected those that came back and are no longer rejected
	 * @param deleted those that were taken out
	 */
	public record Tally(int corrected, int deleted) {
	}

}
