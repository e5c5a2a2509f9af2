package org.dudao.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dudao.assessment.Report.Aspect;
import org.dudao.assessment.Report.Figure;
import org.dudao.assessment.Report.Run;

/**
 * Carries figures through a pattern as text between marks that no text has, and finds
 * them again in what came out. Only figures that are said get a note.
 */
final class Marked {

	private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001([^\uE002]*)\uE002");

	private final List<Said> said = new ArrayList<>();

	/** The figure as an argument of a pattern. */
	String mark(String text, Aspect aspect, List<org.dudao.indicator.Value> values) {
		this.said.add(new Said(aspect, values));
		return "\uE000" + (this.said.size() - 1) + "\uE001" + text + "\uE002";
	}

	/** What came out of the pattern, in pieces. */
	List<Run> runs(String text, Notes notes) {
		List<Run> runs = new ArrayList<>();
		Matcher marks = MARK.matcher(text);
		int from = 0;
		while (marks.find()) {
			words(text.substring(from, marks.start()), runs);
			Said figure = this.said.get(Integer.parseInt(marks.group(1)));
			runs.add(new Run(marks.group(2), false,
					new Figure(figure.aspect(), figure.values().stream().map(notes::number).toList())));
			from = marks.end();
		}
		words(text.substring(from), runs);
		return runs;
	}

	private static void words(String text, List<Run> runs) {
		if (!text.isEmpty()) {
			runs.add(Run.words(text));
		}
	}

	private record Said(Aspect aspect, List<org.dudao.indicator.Value> values) {
	}

}
