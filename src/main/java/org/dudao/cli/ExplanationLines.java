package org.dudao.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dudao.finding.Explanation;
import org.dudao.finding.Explanation.Evidence;
import org.dudao.finding.Explanation.FactLine;
import org.dudao.finding.Explanation.Facts;
import org.dudao.report.SourceLines;

/** A finding explained as rows, one for each line of a file that it rests on. */
final class ExplanationLines {

	private final SourceLines lines;

	private final Listing listing = new Listing("role", "indicator", "region", "period", "value", "submission", "file",
			"line", "text");

	ExplanationLines(SourceLines lines) {
		this.lines = lines;
	}

	Listing of(Explanation explanation) throws IOException {
		add(explanation.evidence());
		return this.listing;
	}

	private void add(List<Evidence> all) throws IOException {
		for (Evidence evidence : all) {
			for (Facts facts : evidence.facts()) {
				add(evidence, facts);
			}
			add(evidence.below());
		}
	}

	private void add(Evidence evidence, Facts facts) throws IOException {
		Map<Integer, String> raw = this.lines.raw(facts.submission(),
				facts.lines().stream().map(FactLine::line).collect(Collectors.toSet()));
		String file = this.lines.submission(facts.submission()).fileName();
		facts.lines()
			.forEach((line) -> this.listing.add(evidence.role(), evidence.value().key().indicator(),
					evidence.value().key().region(), evidence.value().key().period(),
					Figures.plain(evidence.value().value()), facts.submission(), file, line.line(),
					raw.getOrDefault(line.line(), "")));
	}

}
