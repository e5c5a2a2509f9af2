package org.dudao.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dudao.finding.Explanation;
import org.dudao.finding.Explanation.Evidence;
import org.dudao.finding.Explanation.FactLine;
import org.dudao.finding.Explanation.Facts;
import org.dudao.finding.Listed;
import org.dudao.finding.Verdict;
import org.dudao.message.Messages;
import org.dudao.report.SourceLines;
import org.dudao.submission.Submission;

/** A finding explained to a program. */
final class ExplanationObject {

	private final SourceLines lines;

	private final Messages messages;

	ExplanationObject(SourceLines lines, Messages messages) {
		this.lines = lines;
		this.messages = messages;
	}

	Map<String, Object> of(Explanation explanation) throws IOException {
		Listed listed = explanation.finding();
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("finding", listed.finding().id());
		object.put("rule", listed.subject().rule());
		object.put("title", VerdictText.title(listed, this.messages.locale()));
		object.put("clauses", (listed.rule() != null)
				? listed.rule().clauses().stream().map(VerdictText::clause).toList() : List.of());
		object.put("region", listed.subject().region());
		object.put("region_name", listed.regionName());
		object.put("period", listed.subject().period());
		object.put("stage", listed.subject().stage());
		object.put("severity", (listed.rule() != null) ? listed.rule().severity() : null);
		object.put("materiality", listed.materiality());
		object.put("state", listed.finding().state());
		object.put("statement",
				(listed.finding().statement() != null) ? LifeText.object(listed.finding().statement()) : null);
		object.put("verdict", VerdictText.outcome(listed, this.messages));
		object.put("year_before", (listed.verdict() != null) ? yearBefore(listed.verdict()) : null);
		object.put("events", explanation.events().stream().map(LifeText::object).toList());
		object.put("evidence", evidence(explanation.evidence()));
		return object;
	}

	/** The prior year on every basis that there is. */
	private static Map<String, Object> yearBefore(Verdict verdict) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("classification", verdict.classification());
		object.put("source", verdict.left().source());
		object.put("compared_with", Figures.plain(verdict.left().prior()));
		object.put("published", Figures.plain(verdict.left().published()));
		object.put("published_then", Figures.plain(verdict.left().then().figure()));
		object.put("then_submission", verdict.left().then().submission());
		object.put("areas", verdict.grounds().areas());
		return object;
	}

	private List<Object> evidence(List<Evidence> all) throws IOException {
		List<Object> objects = new ArrayList<>();
		for (Evidence evidence : all) {
			Map<String, Object> object = new LinkedHashMap<>();
			object.put("role", evidence.role());
			object.put("indicator", evidence.value().key().indicator());
			object.put("region", evidence.value().key().region());
			object.put("period", evidence.value().key().period());
			object.put("value", Figures.plain(evidence.value().value()));
			object.put("numerator", Figures.plain(evidence.value().numerator()));
			object.put("denominator", Figures.plain(evidence.value().denominator()));
			object.put("gap", evidence.value().gap());
			object.put("gap_of", evidence.value().gapOf());
			object.put("below", evidence(evidence.below()));
			List<Object> facts = new ArrayList<>();
			for (Facts some : evidence.facts()) {
				facts.add(facts(some));
			}
			object.put("facts", facts);
			objects.add(object);
		}
		return objects;
	}

	private static Map<String, Object> plain(Map<String, BigDecimal> figures) {
		Map<String, Object> plain = new LinkedHashMap<>();
		figures.forEach((name, figure) -> plain.put(name, Figures.plain(figure)));
		return plain;
	}

	private Map<String, Object> facts(Facts facts) throws IOException {
		Submission submission = this.lines.submission(facts.submission());
		Map<Integer, String> raw = this.lines.raw(facts.submission(),
				facts.lines().stream().map(FactLine::line).collect(Collectors.toSet()));
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("submission", submission.id());
		object.put("file", submission.fileName());
		object.put("sha256", submission.sha256());
		object.put("total", facts.total());
		List<Object> lines = new ArrayList<>();
		for (FactLine line : facts.lines()) {
			String text = raw.getOrDefault(line.line(), "");
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("line", line.line());
			one.put("text", text);
			one.put("figures", plain(line.figures()));
			one.put("parameters", plain(line.parameters()));
			one.put("cells", this.lines.cells(facts.submission(), text, line.item(), facts.fields()));
			lines.add(one);
		}
		object.put("lines", lines);
		return object;
	}

}
