package org.dudao.intake;

import java.util.List;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Layout;
import org.dudao.message.Message;

/** What a first look at a file comes to, before any row is read. */
public sealed interface Screening {

	/**
	 * The file can be read.
	 *
	 * @param source the file
	 * @param charset the charset its bytes are valid in
	 * @param delimiter what stands between two cells
	 * @param feed the feed it is
	 * @param layout the layout it is written in
	 * @param headerLine the line its header begins on, from 1
	 * @param header the cells of the header as they are written
	 * @param columns where each field of each fact is found; a region may be in two
	 * columns, its code and its name, which then must agree
	 * @param given what rows do not say themselves
	 * @param unknownHeaders headers that no field uses and the layout does not pass over,
	 * as they are written; the officer is told, for their figures are not taken in
	 */
	record Recognised(Source source, String charset, char delimiter, Feed feed, Layout layout, int headerLine,
			List<String> header, List<Column> columns, List<Given> given,
			List<String> unknownHeaders) implements Screening {
	}

	/**
	 * The file breaks the contract as a whole.
	 *
	 * @param reasons why, at least one
	 */
	record Refused(List<Message> reasons) implements Screening {
	}

}
