package org.dudao.sample;

import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Text;

/**
 * One record of a sheet.
 *
 * @param kind what it is
 * @param cells its cells, which faults may write over
 * @param faults why a run must reject it; empty for a good one
 */
record Line(Kind kind, List<String> cells, List<Expected> faults) {

	Line(Kind kind, List<String> cells) {
		this(kind, cells, new ArrayList<>());
	}

	/** Notes that a run must reject it. */
	void reject(int column, String code, Text what) {
		this.faults.add(new Expected(column, code, what));
	}

	/** Says that what is wrong is the row as a whole, not one cell of it. */
	void whole() {
		this.faults.replaceAll((fault) -> new Expected(0, fault.code(), fault.what()));
	}

	/** What a record is. */
	enum Kind {

		/** Above the header: title, unit, sender. */
		PREAMBLE,

		/** The names of the columns. */
		HEADER,

		/** A row of data. */
		DATA,

		/** Totals and footnotes. */
		IGNORED

	}

	/**
	 * Why a run must reject the row.
	 *
	 * @param column the column from 1, 0 for the row as a whole
	 * @param code the code of the message
	 * @param what what is wrong with it, for the reader of the table
	 */
	record Expected(int column, String code, Text what) {
	}

}
