package org.dudao.assessment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dudao.assessment.Report.Block;
import org.dudao.assessment.Report.Heading;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.assessment.Report.Section;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.ReportForm;
import org.dudao.catalog.ReportForm.Content;
import org.dudao.finding.Explainer;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Listed;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.indicator.Value;
import org.dudao.message.Messages;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.scorecard.Scorecards;
import org.dudao.submission.Archive;
import org.dudao.submission.CountyTexts;
import org.dudao.submission.CountyTexts.CountyText;
import org.dudao.submission.Runs;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

/**
 * Composes reports. The same region, period, language, moment and catalogue give the same
 * report, whenever and wherever it is asked for.
 */
public final class Assessments {

	/** So many digits tell one text from another. */
	private static final int HASH = 12;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final Catalog catalog;

	private final Regions regions;

	private final IndicatorQuery indicators;

	private final FindingQuery findings;

	private final Explainer explainer;

	private final Submissions submissions;

	private final Runs runs;

	private final Scorecards cards;

	private final CountyTexts texts;

	private final Archive archive;

	/** Reports from that warehouse. */
	public Assessments(Catalog catalog, Regions regions, IndicatorQuery indicators, FindingQuery findings,
			Explainer explainer, Submissions submissions, Runs runs, Scorecards cards, CountyTexts texts,
			Archive archive) {
		this.catalog = catalog;
		this.regions = regions;
		this.indicators = indicators;
		this.findings = findings;
		this.explainer = explainer;
		this.submissions = submissions;
		this.runs = runs;
		this.cards = cards;
		this.texts = texts;
		this.archive = archive;
	}

	/**
	 * The report of a region.
	 * @param form how it is worded
	 * @param region the region, as it is in that period
	 * @param asOf the moment as of which it is made; null means now
	 * @throws IOException when the county's own text cannot be read from the archive
	 */
	public Report of(ReportForm form, Region region, int period, Locale locale, @Nullable Instant asOf)
			throws IOException {
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

		private final @Nullable CountyText text;

		private final Map<String, List<Block>> own;

		Composer(ReportForm form, Region region, int period, Locale locale, @Nullable Instant asOf) throws IOException {
			this.scope = new Scope(form, Assessments.this.catalog, region, period, locale);
			this.asOf = asOf;
			this.messages = new Messages(locale);
			this.above = above(region, period);
			List<String> codes = new ArrayList<>(List.of(region.code()));
			this.above.forEach((one) -> codes.add(one.code()));
			this.known = new Known(Assessments.this.catalog, Assessments.this.regions,
					Assessments.this.indicators.of(codes, period - ChartFigures.YEARS_BEFORE - 1, period, asOf));
			this.amounts = new Amounts(form, locale);
			this.notes = new Notes(new EvidenceText(Assessments.this.catalog, Assessments.this.regions,
					Assessments.this.explainer, Assessments.this.submissions, this.known, this.amounts, locale, asOf));
			this.changes = new Changes(this.scope, this.known, this.amounts);
			this.text = Assessments.this.texts.find(region.code(), period, asOf).orElse(null);
			this.own = (this.text != null) ? new LinkedHashMap<>(new Prose(
					Files.readString(Assessments.this.archive.path(this.text.sha256()), StandardCharsets.UTF_8))
				.parts()) : new LinkedHashMap<>();
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
			List<Block> opening = new ArrayList<>(List.of(words(this.scope.say(form.opening(), Map.of()))));
			opening.addAll(own(""));
			List<Section> sections = new ArrayList<>();
			for (ReportForm.Section section : form.sections()) {
				sections.add(section(section, sections.size() + 1));
			}
			if (!this.own.isEmpty()) {
				sections.add(others(sections.size() + 1));
			}
			return new Report(this.scope.say(form.title(), Map.of()), this.scope.region().name(), moment,
					this.scope.locale(), about(moment), opening, sections, this.notes.all());
		}

		private List<String> about(Instant moment) {
			List<String> about = new ArrayList<>();
			about.add(this.messages.text("assessment.about", this.scope.region().name(), this.scope.region().code(),
					String.valueOf(this.scope.period()), time(moment)));
			CountyText own = this.text;
			if (own != null) {
				about.add(this.messages.text("assessment.own-text", own.fileName(), time(own.receivedAt()),
						own.sha256().substring(0, HASH)));
			}
			return about;
		}

		private String time(Instant moment) {
			return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
		}

		/** What the county wrote below one of these headings; each is used once. */
		private List<Block> own(String... headings) {
			List<Block> blocks = new ArrayList<>();
			for (String heading : headings) {
				List<Block> part = this.own.remove(heading);
				if (part != null) {
					blocks.addAll(part);
				}
			}
			return blocks;
		}

		/** What the county wrote below headings that the form does not know. */
		private Section others(int number) {
			List<Block> blocks = new ArrayList<>();
			this.own.forEach((heading, part) -> {
				blocks.add(new Heading(1, List.of(Run.words(heading))));
				blocks.addAll(part);
			});
			return new Section("other-matters", this.messages.text("assessment.section", ordinal(number),
					this.messages.text("assessment.other-matters")), blocks);
		}

		private Section section(ReportForm.Section section, int number) {
			Sentences sentences = new Sentences(this.scope, this.known, this.changes, this.notes);
			List<Block> blocks = new ArrayList<>(sentences.of(section.sentences()));
			this.said.addAll(sentences.said());
			blocks.addAll(content(section.content()));
			ChartFigures charts = new ChartFigures(this.scope, this.known, this.notes, this.above);
			section.charts().forEach((chart) -> charts.of(chart).ifPresent(blocks::add));
			blocks.addAll(own(section.name(), section.title().zh(), section.title().en()));
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
				case SCORE -> new Scores(this.scope, Assessments.this.cards, this.asOf).of();
			};
		}

		private Problems problems() {
			String region = this.scope.region().code();
			List<Listed> open = Assessments.this.findings
				.find(new FindingQuery.Filter(null, region, this.scope.period(), null, this.asOf, false, false))
				.stream()
				.filter((listed) -> listed.subject().region().equals(region))
				.filter((listed) -> listed.finding() != null && listed.finding().isBreach())
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
