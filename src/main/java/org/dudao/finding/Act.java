package org.dudao.finding;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Turn;

/** What a person can do to a finding, each by the command of that name. */
public enum Act {

	/** Explains it for a reason, once and for all that the figures stay. */
	WAIVE(State.EXPLAINED, Turn.EXPLAINED),

	/** Sets a deadline by which it is put right. */
	RECTIFY(State.RECTIFYING, Turn.RECTIFYING),

	/** Says that someone saw on the spot that it is put right. */
	VERIFY(State.VERIFIED, Turn.VERIFIED),

	/** Closes it although the data still say otherwise. */
	CLOSE(State.CLOSED, Turn.CLOSED),

	/** Takes back what was said of it. */
	REOPEN(State.OPEN, Turn.REOPENED);

	private final State state;

	private final Turn turn;

	Act(State state, Turn turn) {
		this.state = state;
		this.turn = turn;
	}

	/** The command that does it. */
	public String command() {
		return name().toLowerCase(Locale.ROOT);
	}

	State state() {
		return this.state;
	}

	Turn turn() {
		return this.turn;
	}

	static Act to(State state) {
		return EnumSet.allOf(Act.class).stream().filter((act) -> act.state == state).findFirst().orElseThrow();
	}

	/** What can be done to a finding as it stands; nothing once the data closed it. */
	static Set<Act> possible(Finding finding) {
		return switch (finding.state()) {
			case OPEN -> EnumSet.of(WAIVE, RECTIFY, VERIFY, CLOSE);
			case EXPLAINED -> EnumSet.of(WAIVE, RECTIFY, CLOSE, REOPEN);
			case RECTIFYING -> EnumSet.allOf(Act.class);
			case VERIFIED -> EnumSet.of(RECTIFY, CLOSE, REOPEN);
			case CLOSED -> finding.isBreach() ? EnumSet.of(REOPEN) : EnumSet.noneOf(Act.class);
		};
	}

}
