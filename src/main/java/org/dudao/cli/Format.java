package org.dudao.cli;

/** How a command shows what it found. */
public enum Format {

	/** For people, in columns. */
	text,

	/** For programs: an array of objects, the same names in every language. */
	json,

	/** For spreadsheets: UTF-8 with BOM, no cell runs as a formula. */
	csv,

	/** A page for a browser; only of a report. */
	html,

	/** A file for Word and WPS; only of a report. */
	docx

}
