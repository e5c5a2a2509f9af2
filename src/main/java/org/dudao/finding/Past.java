package org.dudao.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dudao.finding.Explanation.Event;
import org.dudao.finding.Finding.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Findings as they stood at a moment, told from the turns that they had taken by then.
 */
final class Past {

	private final Map<Long, List<Event>> events = new HashMap<>();

	Past(JdbcClient jdbc, Instant asOf) {
		new Events(jdbc).until(asOf)
			.forEach((event) -> this.events.computeIfAbsent(event.finding(), (none) -> new ArrayList<>()).add(event));
	}

	/** Those that were known by then and, if a state is asked for, were in it. */
	List<Listed> of(List<Listed> found, @Nullable State state) {
		List<Listed> past = new ArrayList<>();
		for (Listed listed : found) {
			Finding finding = listed.finding();
			Finding then = (finding != null) ? then(finding) : null;
			if (then != null && (state == null || then.state() == state)) {
				past.add(new Listed(then, listed.subject(), listed.rule(), listed.regionName(), listed.verdict(),
						listed.note()));
			}
		}
		return past;
	}

	/** The same with its finding as it stood then, without one that was not known. */
	Listed asItStood(Listed listed) {
		Finding finding = listed.finding();
		return (finding == null) ? listed : new Listed(then(finding), listed.subject(), listed.rule(),
				listed.regionName(), listed.verdict(), listed.note());
	}

	private @Nullable Finding then(Finding finding) {
		Finding then = null;
		for (Event event : this.events.getOrDefault(finding.id(), List.of())) {
			boolean closed = event.state() == State.CLOSED;
			boolean opened = then == null || (then.state() == State.CLOSED && !closed);
			then = new Finding(finding.id(), finding.subject(), finding.severity(), event.state(),
					opened ? event.at() : then.openedAt(), opened ? event.submission() : then.openedBy(),
					closed ? event.at() : null, closed ? event.submission() : null, closed ? event.because() : null,
					(event.state() != State.OPEN) ? event.statement() : null);
		}
		return then;
	}

}
