package org.dudao.catalog;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One way a sender writes a feed. The plain way, one header a field, needs no layout:
 * every feed has it under the name {@code plain}.
 *
 * @param name the name within the feed
 * @param title what a person calls it
 * @param fileName found in the file's name when the headers alone do not tell, or null
 * @param headerRows how many rows the header takes (1 to 3); the cells of one column are
 * joined from the top with nothing between, an empty upper cell repeating the one to its
 * left
 * @param require headers that must all be there for the layout to be recognised
 * @param columns the header of each field; a field that is not named here is looked for
 * by its own headers, and fields of an unpivoted layout by {@link Unpivot#columns()}
 * @param ignore headers that carry nothing
 * @param constants fields with one value for the whole file
 * @param unpivot how one row becomes several facts, or null
 */
public record Layout(String name, Text title, @Nullable Pattern fileName, int headerRows, List<String> require,
		Map<String, String> columns, List<String> ignore, Map<String, String> constants, @Nullable Unpivot unpivot) {

	/**
	 * Turns the columns of a wide row into facts.
	 *
	 * @param field the dimension that is spread across the columns
	 * @param cases its values and the text that stands for each in a header; empty when
	 * {@code pattern} finds them
	 * @param pattern finds the value in a header by its first group, such as
	 * {@code (\d{4})年}, or null
	 * @param columns the header of each field, with {@code {case}} where the text of the
	 * case stands
	 */
	public record Unpivot(String field, Map<String, String> cases, @Nullable Pattern pattern,
			Map<String, String> columns) {
	}

}
