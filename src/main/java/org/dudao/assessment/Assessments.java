package org.dudao.assessment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dudao.assessment.Report.Block;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.assessment.Report.Section;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.ReportForm;
import org.dudao.catalog.ReportForm.Content;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.finding.Explainer;
import org.dudao.finding.Finding;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Listed;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.indicator.Value;
import org.dudao.message.Messages;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.submission.Runs;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

/**
 * Composes reports. The same region, period, language, moment and catalogue give the same
 * report, whenever and wherever it is asked for.
 */
public final class Assessments {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final Catalog catalog;

	private final Regions regions;

	private final IndicatorQuery indicators;

	private final FindingQuery findings;

	private final Explainer explainer;

	private final Submissions submissions;

	private final Runs runs;

	/** Reports from that warehouse. */
	public Assessments(Catalog catalog, Regions regions, IndicatorQuery indicators, FindingQuery findings,
			Explainer explainer, Submissions submissions, Runs runs) {
		this.catalog = catalog;
		this.regions = regions;
		this.indicators = indicators;
		this.findings = findings;
		this.explainer = explainer;
		this.submissions = submissions;
		this.runs = runs;
	}

	/**
	 * The report of a region.
	 * @param form how it is worded
	 * @param region the region, as it is in that period
	 * @param asOf the moment as of which it is made; null means now
	 */
	public Report of(ReportForm form, Region region, int period, Locale locale, @Nullable Instant asOf) {
		return new Composer(form, region, period, locale, asOf).report();
	}

	/** One report in the making. */
	private final class Composer {

		private final Scope scope;

		private final @Nullable Instant asOf;

		private final Messages messages;

		private final Notes notes;

		private final Known known;

		private final Amounts amounts;

		private final Changes changes;

		private final List<Region> above;

		private final Set<Value> said = new LinkedHashSet<>();

		Composer(ReportForm form, Region region, int period, Locale locale, @Nullable Instant asOf) {
			this.scope = new Scope(form, Assessments.this.catalog, region, period, locale);
			this.asOf = asOf;
			this.messages = new Messages(locale);
			this.above = above(region, period);
			List<String> codes = new ArrayList<>(List.of(region.code()));
			this.above.forEach((one) -> codes.add(one.code()));
			this.known = new Known(Assessments.this.catalog, Assessments.this.regions,
					Assessments.this.indicators.of(codes, period - ChartFigures.YEARS_BEFORE - 1, period, asOf));
			this.notes = new Notes(new EvidenceText(Assessments.this.catalog, Assessments.this.regions,
					Assessments.this.explainer, Assessments.this.submissions, this.known, locale, asOf));
			this.amounts = new Amounts(form, locale);
			this.changes = new Changes(this.scope, this.known, this.amounts);
		}

		private List<Region> above(Region region, int period) {
			List<Region> above = new ArrayList<>();
			Optional<Region> parent = Assessments.this.regions.parent(region, period);
			while (parent.isPresent()) {
				above.add(parent.get());
				parent = Assessments.this.regions.parent(parent.get(), period);
			}
			return above;
		}

		Report report() {
			Instant moment = Assessments.this.runs.lastEnd(this.asOf).orElse(Instant.EPOCH);
			ReportForm form = this.scope.form();
			String title = this.scope.say(form.title(), Map.of());
			List<Section> sections = new ArrayList<>();
			for (ReportForm.Section section : form.sections()) {
				sections.add(section(section, sections.size() + 1));
			}
			String when = MOMENT.format(moment.atZone(ZoneId.systemDefault()));
			return new Report(title, this.scope.region().name(), moment, this.scope.locale(),
					List.of(this.messages.text("assessment.about", this.scope.region().name(),
							this.scope.region().code(), String.valueOf(this.scope.period()), when)),
					List.of(words(this.scope.say(form.opening(), Map.of()))), sections, this.notes.all());
		}

		private Section section(ReportForm.Section section, int number) {
			Sentences sentences = new Sentences(this.scope, this.known, this.changes, this.notes);
			List<Block> blocks = new ArrayList<>(sentences.of(section.sentences()));
			this.said.addAll(sentences.said());
			blocks.addAll(content(section.content()));
			ChartFigures charts = new ChartFigures(this.scope, this.known, this.notes, this.above);
			section.charts().forEach((chart) -> charts.of(chart).ifPresent(blocks::add));
			String title = this.messages.text("assessment.section", ordinal(number),
					section.title().in(this.scope.locale()));
			return new Section(section.name(), title, blocks);
		}

		private List<Block> content(Content content) {
			return switch (content) {
				case SENTENCES -> List.of();
				case MOVEMENTS -> new Movements(this.scope, this.known, this.changes, this.notes).of(this.said);
				case PROBLEMS -> problems().problems();
				case NEXT_STEPS -> problems().steps();
				case SCORE -> List.of(words(this.scope.say(Phrase.NO_SCORE, Map.of())));
			};
		}

		private Problems problems() {
			String region = this.scope.region().code();
			List<Listed> open = Assessments.this.findings
				.find(new FindingQuery.Filter(null, region, this.scope.period(), Finding.State.OPEN, this.asOf, false,
						false))
				.stream()
				.filter((listed) -> listed.subject().region().equals(region))
				.toList();
			return new Problems(this.scope, this.known, this.changes, this.notes, this.amounts, open);
		}

		private Paragraph words(String text) {
			return new Paragraph(List.of(Run.words(text)));
		}

		/** Sections of a Chinese report are counted in Chinese numerals. */
		private String ordinal(int number) {
			return this.scope.isChinese() ? new com.ibm.icu.text.RuleBasedNumberFormat(com.ibm.icu.util.ULocale.CHINESE,
					com.ibm.icu.text.RuleBasedNumberFormat.SPELLOUT)
				.format(number) : String.valueOf(number);
		}

	}

}
