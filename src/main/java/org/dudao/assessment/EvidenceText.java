package org.dudao.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Stage;
import org.dudao.finding.Explainer;
import org.dudao.finding.Explanation.Evidence;
import org.dudao.finding.Explanation.Facts;
import org.dudao.finding.Operand;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.message.Messages;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what a value rests on, down to the lines of the files. */
final class EvidenceText {

	private static final int LINES = 400;

	private final Catalog catalog;

	private final Regions regions;

	private final Explainer explainer;

	private final Submissions submissions;

	private final Known known;

	private final Amounts amounts;

	private final Messages messages;

	private final @Nullable Instant asOf;

	EvidenceText(Catalog catalog, Regions regions, Explainer explainer, Submissions submissions, Known known,
			Amounts amounts, Locale locale, @Nullable Instant asOf) {
		this.catalog = catalog;
		this.regions = regions;
		this.explainer = explainer;
		this.submissions = submissions;
		this.known = known;
		this.amounts = amounts;
		this.messages = new Messages(locale);
		this.asOf = asOf;
	}

	String of(Value value) {
		List<String> parts = new ArrayList<>();
		parts.add(head(value));
		parts.addAll(files(value));
		Known.Change change = this.known.change(value);
		String before = before(change, this.known.unit(value.key().indicator()));
		if (before != null) {
			parts.add(before);
		}
		if (change.source() == Operand.Source.PUBLISHED) {
			this.known.find(value.key().yearBefore()).map(this::files).ifPresent(parts::addAll);
		}
		return String.join(this.messages.text("assessment.note.between"), parts)
				+ this.messages.text("assessment.note.end");
	}

	private List<String> files(Value value) {
		Map<Long, TreeSet<Integer>> lines = new TreeMap<>();
		collect(this.explainer.evidence(value, this.asOf, LINES), lines);
		List<String> files = new ArrayList<>();
		lines.forEach((submission, numbers) -> files.add(file(submission, numbers)));
		return files;
	}

	private String head(Value value) {
		ValueKey key = value.key();
		String title = this.catalog.indicator(key.indicator())
			.map(Indicator::title)
			.map((text) -> text.in(this.messages.locale()))
			.orElse(key.indicator());
		String stage = this.catalog.stage(key.stage())
			.map(Stage::title)
			.map((text) -> this.messages.text("assessment.note.stage", text.in(this.messages.locale())))
			.orElse("");
		String region = this.regions.byCode(key.region(), key.period()).map(Region::name).orElse("");
		String unit = this.known.unit(key.indicator());
		BigDecimal numerator = value.numerator();
		BigDecimal denominator = value.denominator();
		String figure = exact(value.value(), unit);
		if (numerator != null && denominator != null) {
			String times = unit.equals("percent") ? " × 100" : "";
			figure = this.messages.text("assessment.note.ratio", figure, plain(numerator), plain(denominator) + times);
		}
		String origin = (value.origin() == Value.Origin.AGGREGATED)
				? this.messages.text("assessment.note.aggregated", value.coverage().covered()) : "";
		return this.messages.text("assessment.note.head", title + stage, region, key.region(),
				String.valueOf(key.period()), figure + origin);
	}

	private @Nullable String before(Known.Change change, String unit) {
		if (change.source() == null) {
			return null;
		}
		String source = this.messages.text("verdict.source." + change.source().name().toLowerCase(Locale.ROOT));
		BigDecimal growth = change.growth();
		String figure = (change.prior() != null) ? exact(change.prior(), unit)
				: this.messages.text("assessment.note.growth", (growth != null) ? plain(growth) : "-");
		return this.messages.text("assessment.note.before", figure, source);
	}

	private String exact(@Nullable BigDecimal figure, String unit) {
		return (figure != null) ? this.amounts.exact(figure, unit) : "-";
	}

	private void collect(Evidence evidence, Map<Long, TreeSet<Integer>> lines) {
		for (Facts facts : evidence.facts()) {
			TreeSet<Integer> numbers = lines.computeIfAbsent(facts.submission(), (none) -> new TreeSet<>());
			facts.lines().forEach((line) -> numbers.add(line.line()));
		}
		evidence.below().forEach((below) -> collect(below, lines));
	}

	private String file(long id, TreeSet<Integer> lines) {
		Submission submission = this.submissions.find(id).orElseThrow();
		return this.messages.text("assessment.note.file", String.valueOf(id), submission.fileName(), ranges(lines));
	}

	/** Line numbers with the runs among them as ranges. */
	static String ranges(TreeSet<Integer> lines) {
		List<int[]> ranges = new ArrayList<>();
		for (int line : lines) {
			int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
			if (last != null && last[1] == line - 1) {
				last[1] = line;
			}
			else {
				ranges.add(new int[] { line, line });
			}
		}
		return ranges.stream()
			.map((range) -> (range[0] == range[1]) ? String.valueOf(range[0]) : range[0] + "–" + range[1])
			.collect(Collectors.joining(", "));
	}

	private static String plain(@Nullable BigDecimal figure) {
		if (figure == null) {
			return "-";
		}
		BigDecimal stripped = figure.stripTrailingZeros();
		return ((stripped.scale() < 0) ? stripped.setScale(0) : stripped).toPlainString();
	}

}
