package org.dudao.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.WaiverReason;
import org.dudao.catalog.WaiverReasons;
import org.dudao.finding.Explanation.Event;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.StatementRows.Ended;
import org.dudao.message.Messages;
import org.dudao.message.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Enters what a person says of a finding, in the caller's transaction. It is bound to the
 * figures of the verdict in force, but for a deadline: what is to be put right is so
 * whatever the figures become until they hold.
 */
public final class Statements {

	private static final int LONGEST_TEXT = 2000;

	private final FindingRows findings;

	private final VerdictRows verdicts;

	private final StatementRows statements;

	private final Catalog catalog;

	/** What is said of the findings of that database. */
	public Statements(JdbcTemplate jdbc, Catalog catalog) {
		this.findings = new FindingRows(jdbc);
		this.verdicts = new VerdictRows(jdbc);
		this.statements = new StatementRows(JdbcClient.create(jdbc));
		this.catalog = catalog;
	}

	/**
	 * Enters a statement, which takes the place of what was said of the same figures.
	 * @param statement whose state is any but open
	 * @param today the day that it is where the findings are handled
	 * @return the finding as it is now
	 * @throws NotPossible when there is no such finding, the finding cannot come into
	 * that state, the reason is none, or the day or the text will not do
	 */
	public Finding enter(long finding, Statement statement, LocalDate today, Instant now) {
		FindingRows.Row row = row(finding);
		Act act = Act.to(statement.state());
		check(row.finding(), act, statement.text());
		if (act == Act.WAIVE) {
			check(reason(statement.reason()), row.finding(), statement.until(), today);
		}
		checkDay(statement.until(), today);
		VerdictRows.Row verdict = verdict(row.finding());
		String figures = Fingerprint.of(verdict.verdict());
		end(finding, figures, Ended.REPLACED, now);
		long number = this.statements.insert(finding, (act != Act.RECTIFY) ? figures : null, statement, now);
		return write(row.finding(), act, verdict, number, statement, now);
	}

	/**
	 * Takes back what was said of the figures in force: the finding is open again.
	 * @param text why
	 * @param author who says so
	 * @return the finding as it is now
	 * @throws NotPossible when there is no such finding, nothing that can be taken back,
	 * or no text
	 */
	public Finding reopen(long finding, String text, String author, Instant now) {
		FindingRows.Row row = row(finding);
		check(row.finding(), Act.REOPEN, text);
		VerdictRows.Row verdict = verdict(row.finding());
		end(finding, Fingerprint.of(verdict.verdict()), Ended.PERSON, now);
		return write(row.finding(), Act.REOPEN, verdict, null, new Statement(State.OPEN, null, text, null, author),
				now);
	}

	private FindingRows.Row row(long finding) {
		return this.findings.numbered(List.of(finding))
			.stream()
			.findFirst()
			.orElseThrow(() -> new NotPossible("finding.unknown", finding));
	}

	private VerdictRows.Row verdict(Finding finding) {
		VerdictRows.Row verdict = this.verdicts.live(finding.subject());
		if (verdict == null) {
			throw new IllegalStateException("finding " + finding.id() + " is a breach without a verdict");
		}
		return verdict;
	}

	private void end(long finding, String figures, Ended because, Instant now) {
		List<StatementRows.Row> counting = this.statements.of(List.of(finding))
			.getOrDefault(finding, List.of())
			.stream()
			.filter((row) -> row.isAbout(figures))
			.toList();
		this.statements.end(counting, because, now);
	}

	private Finding write(Finding was, Act act, VerdictRows.Row verdict, @Nullable Long statementId,
			Statement statement, Instant now) {
		boolean closes = act == Act.CLOSE;
		boolean opens = was.state() == State.CLOSED;
		Finding finding = new Finding(was.id(), was.subject(), was.severity(), act.state(),
				opens ? now : was.openedAt(), opens ? null : was.openedBy(), closes ? now : null, null,
				closes ? Because.PERSON : null, (act != Act.REOPEN) ? statement : null);
		Event event = new Event(was.id(), act.turn(), act.state(), now, null,
				(closes || act == Act.REOPEN) ? Because.PERSON : null, statement);
		this.findings.write(List.of(new FindingRows.Change(finding, verdict.id(), statementId, event)));
		return finding;
	}

	private static void check(Finding finding, Act act, String text) {
		Set<Act> possible = Act.possible(finding);
		if (possible.isEmpty()) {
			throw new NotPossible("finding.act.by-data", finding.id());
		}
		if (!possible.contains(act)) {
			throw new NotPossible("finding.act.not-possible", finding.id(), words(finding.state()), act.command(),
					possible.stream().map(Act::command).collect(Collectors.joining(", ")));
		}
		if (text.isBlank() || text.length() > LONGEST_TEXT) {
			throw new NotPossible("finding.act.text", LONGEST_TEXT, text.length());
		}
	}

	private static Words words(State state) {
		String key = "finding.state." + state.name().toLowerCase(Locale.ROOT);
		return new Words(new Messages(Locale.ENGLISH).text(key), new Messages(Locale.CHINESE).text(key));
	}

	private static void checkDay(@Nullable LocalDate until, LocalDate today) {
		if (until != null && until.isBefore(today)) {
			throw new NotPossible("finding.act.past", until, today);
		}
	}

	private WaiverReason reason(@Nullable String wanted) {
		List<WaiverReason> reasons = WaiverReasons.read(this.catalog);
		return reasons.stream()
			.filter((reason) -> reason.name().equals(wanted))
			.findFirst()
			.orElseThrow(() -> new NotPossible("finding.act.reason", Objects.requireNonNullElse(wanted, ""),
					reasons.stream().map(WaiverReason::name).collect(Collectors.joining(", "))));
	}

	private static void check(WaiverReason reason, Finding finding, @Nullable LocalDate until, LocalDate today) {
		if (!reason.isFor(finding.severity())) {
			throw new NotPossible("finding.act.severity", reason.name(), finding.id(), finding.severity());
		}
		Integer months = reason.months();
		LocalDate last = (months != null) ? today.plusMonths(months) : null;
		if (last != null && (until == null || until.isAfter(last))) {
			throw new NotPossible("finding.act.months", reason.name(), months, last);
		}
	}

}
