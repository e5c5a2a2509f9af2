package org.dudao.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.assessment.Report.Aspect;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.catalog.ReportForm.Figure;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.catalog.ReportForm.Sentence;
import org.dudao.indicator.Value;

/** Fills the sentences of a section, or says what is missing of them. */
final class Sentences {

	private final Scope scope;

	private final Known known;

	private final Changes changes;

	private final Notes notes;

	private final Set<Value> said = new LinkedHashSet<>();

	Sentences(Scope scope, Known known, Changes changes, Notes notes) {
		this.scope = scope;
		this.known = known;
		this.changes = changes;
		this.notes = notes;
	}

	/** One paragraph of all that can be said, then one sentence of what is missing. */
	List<Paragraph> of(List<Sentence> sentences) {
		List<Run> runs = new ArrayList<>();
		Set<String> missing = new LinkedHashSet<>();
		Set<String> feeds = new LinkedHashSet<>();
		for (Sentence sentence : sentences) {
			List<Run> one = say(sentence, missing, feeds);
			if (!one.isEmpty() && !runs.isEmpty() && !this.scope.isChinese()) {
				runs.add(Run.words(" "));
			}
			runs.addAll(one);
		}
		List<Paragraph> paragraphs = new ArrayList<>();
		if (!runs.isEmpty()) {
			paragraphs.add(new Paragraph(runs));
		}
		if (!missing.isEmpty()) {
			Phrase phrase = runs.isEmpty() ? Phrase.EMPTY : Phrase.MISSING;
			paragraphs.add(new Paragraph(List.of(Run.words(
					this.scope.say(phrase, Map.of("figures", String.join(this.scope.isChinese() ? "；" : "; ", missing),
							"feeds", String.join(this.scope.isChinese() ? "”“" : "\", \"", feeds)))))));
		}
		return paragraphs;
	}

	/** The values that were said, in order. */
	Set<Value> said() {
		return this.said;
	}

	private List<Run> say(Sentence sentence, Set<String> missing, Set<String> feeds) {
		List<String> stages = sentence.stages().isEmpty() ? List.of("") : sentence.stages();
		List<String> whole = stages.stream().filter((stage) -> lacking(sentence, stage).isEmpty()).toList();
		for (Figure figure : sentence.figures().values()) {
			List<String> absent = stages.stream()
				.filter((stage) -> !figure.optional() && lacking(sentence, stage).contains(figure))
				.toList();
			if (!absent.isEmpty()) {
				missing.add(title(figure, absent));
				feeds.addAll(this.scope.feeds(figure.indicator()));
			}
		}
		if (whole.isEmpty()) {
			return List.of();
		}
		Marked marked = new Marked();
		Map<String, Object> arguments = new HashMap<>();
		arguments.put("count", whole.size());
		arguments.put("stages", whole.stream().map(this.scope::stage).collect(Collectors.joining(this.scope.comma())));
		sentence.figures().forEach((name, figure) -> arguments(name, figure, whole, marked, arguments));
		return marked.runs(this.scope.say(sentence.say(), arguments), this.notes);
	}

	private String title(Figure figure, List<String> absent) {
		String title = this.scope.indicator(figure.indicator());
		List<String> named = absent.stream().filter((stage) -> !stage.isEmpty()).toList();
		String stages = (figure.stage() != null) ? this.scope.stage(figure.stage())
				: named.stream().map(this.scope::stage).collect(Collectors.joining(this.scope.comma()));
		String brackets = this.scope.isChinese() ? "（%s）" : " (%s)";
		return title + (stages.isEmpty() ? "" : brackets.formatted(stages));
	}

	/** The figures without which the sentence cannot be said of that stage. */
	private List<Figure> lacking(Sentence sentence, String stage) {
		return sentence.figures()
			.values()
			.stream()
			.filter((figure) -> !figure.optional())
			.filter((figure) -> (figure.than() != null) ? this.changes.gap(figure, stage).isEmpty()
					: value(figure, stage).isEmpty())
			.toList();
	}

	private Optional<Value> value(Figure figure, String stage) {
		return this.known.find(figure.indicator(), this.scope.region().code(), this.scope.period(),
				(figure.stage() != null) ? figure.stage() : stage);
	}

	private void arguments(String name, Figure figure, List<String> stages, Marked marked,
			Map<String, Object> arguments) {
		if (figure.than() != null) {
			this.changes.gap(figure, "").ifPresentOrElse((gap) -> {
				arguments.put(name, marked.mark(gap.text(), Aspect.GAP, gap.values()));
				arguments.put(name + "_trend", gap.trend());
			}, () -> arguments.put(name + "_trend", "missing"));
			return;
		}
		List<Value> values = new ArrayList<>();
		(figure.stage() != null ? List.of(figure.stage()) : stages)
			.forEach((stage) -> value(figure, stage).ifPresent(values::add));
		this.said.addAll(values);
		if (values.isEmpty()) {
			arguments.put(name + "_trend", "missing");
			return;
		}
		arguments.put(name, list(values, (value) -> this.changes.value(value, marked)));
		arguments.put(name + "_change", list(values, (value) -> this.changes.words(value, marked)));
		arguments.put(name + "_growth", list(values, (value) -> this.changes.growth(value, marked)));
		arguments.put(name + "_increase", list(values, (value) -> this.changes.increase(value, marked)));
		arguments.put(name + "_prior", list(values, (value) -> this.changes.prior(value, marked)));
		Set<String> trends = values.stream()
			.map((value) -> this.known.change(value).trend())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		arguments.put(name + "_trend", (trends.size() == 1) ? trends.iterator().next() : "mixed");
	}

	private String list(List<Value> values, java.util.function.Function<Value, String> text) {
		return values.stream().map(text).collect(Collectors.joining(this.scope.comma()));
	}

}
