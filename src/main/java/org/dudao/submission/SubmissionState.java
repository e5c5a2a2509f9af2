package org.dudao.submission;

import java.util.List;

/**
 * Where a file stands. What was published before stays in force until the file reaches
 * {@link #PUBLISHED}. The sentence for the officer is the message {@code state.<NAME>}.
 */
public enum SubmissionState {

	/** In the archive, not yet read. */
	RECEIVED,

	/** Being read; found so at the start of a run, it is read again from the start. */
	LOADING,

	/** Read and counted, not yet published. */
	LOADED,

	/** Looks damaged or suspicious: an officer decides. */
	HELD,

	/** Breaks the contract: a corrected file is needed. */
	REJECTED,

	/** Our side failed: re-run it as it is. */
	FAILED,

	/** In force in at least one slot. */
	PUBLISHED,

	/** Was in force; later files have replaced it everywhere. */
	SUPERSEDED,

	/** Was in force; an officer took it back. */
	WITHDRAWN;

	/** The states of files that the next run takes up again by itself. */
	public static final List<SubmissionState> UNFINISHED = List.of(RECEIVED, LOADING, LOADED, FAILED);

	/** Whether the next run takes it up again by itself. */
	public boolean isUnfinished() {
		return UNFINISHED.contains(this);
	}

	/** Whether a person has to do something before it can go on. */
	public boolean needsOfficer() {
		return this == HELD || this == REJECTED;
	}

}
