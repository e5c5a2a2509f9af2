package org.dudao.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.dudao.assessment.Report.Block;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.assessment.Report.Table;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.indicator.Value;
import org.dudao.message.Messages;

/** What rose and what fell of all that a report says, each beside its year before. */
final class Movements {

	private final Scope scope;

	private final Known known;

	private final Changes changes;

	private final Notes notes;

	private final Messages messages;

	Movements(Scope scope, Known known, Changes changes, Notes notes) {
		this.scope = scope;
		this.known = known;
		this.changes = changes;
		this.notes = notes;
		this.messages = new Messages(scope.locale());
	}

	List<Block> of(Collection<Value> values) {
		List<Block> blocks = new ArrayList<>();
		table(values, "rises", Phrase.ROSE, blocks);
		table(values, "falls", Phrase.FELL, blocks);
		long same = values.stream().filter((value) -> isTrend(value, "unchanged")).count();
		if (same > 0) {
			blocks.add(said(Phrase.STAYED, same));
		}
		if (blocks.isEmpty()) {
			blocks.add(said(Phrase.INCOMPARABLE, 0));
		}
		return blocks;
	}

	private void table(Collection<Value> values, String trend, Phrase phrase, List<Block> blocks) {
		List<List<List<Run>>> rows = values.stream().filter((value) -> isTrend(value, trend)).map(this::row).toList();
		if (!rows.isEmpty()) {
			blocks.add(said(phrase, rows.size()));
			blocks.add(new Table(List.of(head("indicator"), head("prior"), head("value"), head("change")), rows));
		}
	}

	private boolean isTrend(Value value, String trend) {
		return this.known.change(value).trend().equals(trend);
	}

	private Paragraph said(Phrase phrase, long count) {
		return new Paragraph(List.of(Run.words(this.scope.say(phrase, Map.of("count", count)))));
	}

	private List<Run> head(String column) {
		return List.of(Run.words(this.messages.text("assessment.column." + column)));
	}

	private List<List<Run>> row(Value value) {
		String stage = value.key().stage();
		String title = this.scope.indicator(value.key().indicator())
				+ (stage.isEmpty() ? "" : this.messages.text("assessment.note.stage", this.scope.stage(stage)));
		Marked marked = new Marked();
		String prior = this.changes.prior(value, marked);
		return List.of(List.of(Run.words(title)), marked.runs(prior.isEmpty() ? "–" : prior, this.notes),
				marked.runs(this.changes.value(value, marked), this.notes),
				marked.runs(this.changes.words(value, marked), this.notes));
	}

}
