package org.dudao.batch;

import java.time.Clock;
import java.time.Duration;

import org.dudao.assessment.Assessments;
import org.dudao.catalog.Catalog;
import org.dudao.correction.CorrectionFile;
import org.dudao.correction.Corrections;
import org.dudao.finding.Explainer;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Findings;
import org.dudao.finding.Statements;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.indicator.Indicators;
import org.dudao.indicator.ValueChanges;
import org.dudao.intake.Intake;
import org.dudao.intake.Limits;
import org.dudao.receipt.Outbox;
import org.dudao.receipt.ReceiptWriter;
import org.dudao.receipt.Receipts;
import org.dudao.region.Regions;
import org.dudao.report.Digest;
import org.dudao.report.FindingTurns;
import org.dudao.report.RejectedRows;
import org.dudao.report.RunSummary;
import org.dudao.report.Status;
import org.dudao.scorecard.Scorecards;
import org.dudao.submission.Archive;
import org.dudao.submission.CountyTexts;
import org.dudao.submission.Horizon;
import org.dudao.submission.Lease;
import org.dudao.submission.Lineage;
import org.dudao.submission.Plan;
import org.dudao.submission.Publications;
import org.dudao.submission.Runs;
import org.dudao.submission.SubmissionEvents;
import org.dudao.submission.Submissions;
import org.dudao.warehouse.FactChanges;
import org.dudao.warehouse.Facts;
import org.dudao.warehouse.Gate;
import org.flywaydb.core.Flyway;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class PipelineConfiguration {

	/** Longer than anything that happens in the middle of a transaction. */
	private static final Duration SILENT = Duration.ofMinutes(10);

	/** Static, since it must be there before the pool that it looks at. */
	@Bean
	static ServerSettings serverSettings(Environment environment) {
		return new ServerSettings(Binder.get(environment).bindOrCreate("dudao", Settings.class), SILENT);
	}

	/** Static, since it must be there before the repository. */
	@Bean
	static PatientRepository patientRepository() {
		return new PatientRepository();
	}

	@Bean
	@ConditionalOnMissingBean
	Archive archive(Settings settings) {
		return new Archive(settings.archive());
	}

	/** Days begin where the machine is, as all times are shown. */
	@Bean
	Catalogues catalogues(Archive archive) {
		return new Catalogues(archive);
	}

	@Bean
	PastDigest pastDigest(JdbcTemplate template, Catalog catalog, Runs runs, Catalogues catalogues, Horizon horizon) {
		return new PastDigest(template, catalog, runs, catalogues, horizon);
	}

	@Bean
	Replay replay(JdbcTemplate template, Runs runs, Archive archive, Catalogues catalogues, Settings settings,
			Clock clock) {
		return new Replay(template, runs, archive, catalogues, settings.home().resolve("logs/dudao.log"),
				clock.getZone());
	}

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemDefaultZone();
	}

	@Bean
	Intake intake(Catalog catalog, Regions regions) {
		return new Intake(catalog, regions, Limits.defaults());
	}

	@Bean
	Lease lease(JdbcClient jdbc, TransactionTemplate transaction, Settings settings) {
		return new Lease(jdbc, transaction, settings.lease());
	}

	@Bean
	Heartbeat heartbeat(Lease lease) {
		return new Heartbeat(lease);
	}

	@Bean
	Halt halt() {
		return new Halt();
	}

	@Bean
	Horizon horizon(JdbcClient jdbc) {
		return new Horizon(jdbc);
	}

	@Bean
	Runs runs(JdbcClient jdbc, TransactionTemplate transaction) {
		return new Runs(jdbc, transaction);
	}

	@Bean
	Submissions submissions(JdbcClient jdbc) {
		return new Submissions(jdbc);
	}

	@Bean
	Lineage lineage(JdbcTemplate template) {
		return new Lineage(template);
	}

	@Bean
	SubmissionEvents submissionEvents(JdbcClient jdbc) {
		return new SubmissionEvents(jdbc);
	}

	@Bean
	Publications publications(JdbcTemplate template, TransactionTemplate transaction, Lease lease,
			Submissions submissions) {
		return new Publications(template, transaction, lease, submissions);
	}

	@Bean
	SchemaUpdate schemaUpdate() {
		return new SchemaUpdate();
	}

	/** The fact tables are there before anything asks for facts. */
	@Bean
	Facts facts(JdbcTemplate template, Flyway flyway, SchemaUpdate schema, Catalog catalog) {
		schema.migrate(flyway, catalog.feeds());
		return new Facts(template);
	}

	@Bean
	Progress progress() {
		return new Progress();
	}

	@Bean
	Plan plan(JdbcClient jdbc) {
		return new Plan(jdbc);
	}

	@Bean
	Loading loading(Catalog catalog, Intake intake, Archive archive, Submissions submissions, Lineage lineage,
			Facts facts, TransactionTemplate transaction, Heartbeat heartbeat, Halt halt, Progress progress,
			Clock clock) {
		return new Loading(catalog, intake, archive, submissions, lineage, facts, transaction, heartbeat, halt,
				progress, clock);
	}

	@Bean
	Publishing publishing(Catalog catalog, Submissions submissions, Facts facts, Publications publications,
			Lineage lineage, Clock clock) {
		return new Publishing(catalog, submissions, facts, new Gate(facts, submissions, publications), publications,
				lineage, clock);
	}

	@Bean
	Judging judging(JdbcClient jdbc, TransactionTemplate transaction, Lease lease, Indicators indicators,
			Findings findings, Runs runs, Clock clock) {
		return new Judging(jdbc, transaction, lease, indicators, findings, runs, clock);
	}

	@Bean
	Indicators indicators(JdbcTemplate template, Catalog catalog, Regions regions) {
		return new Indicators(template, catalog, regions);
	}

	@Bean
	IndicatorQuery indicatorQuery(JdbcTemplate template, Regions regions) {
		return new IndicatorQuery(template, regions);
	}

	@Bean
	Findings findings(JdbcTemplate template, Catalog catalog, Regions regions) {
		return new Findings(template, catalog, regions);
	}

	@Bean
	Statements statements(JdbcTemplate template, Catalog catalog) {
		return new Statements(template, catalog);
	}

	@Bean
	Deciding deciding(Lease lease, TransactionTemplate transaction) {
		return new Deciding(lease, transaction);
	}

	@Bean
	FindingQuery findingQuery(JdbcTemplate template, Catalog catalog, Regions regions) {
		return new FindingQuery(template, catalog, regions);
	}

	@Bean
	Scorecards scorecards(JdbcTemplate template, Catalog catalog, Regions regions) {
		return new Scorecards(template, catalog, regions);
	}

	@Bean
	Explainer explainer(JdbcTemplate template, Catalog catalog, Regions regions) {
		return new Explainer(template, catalog, regions);
	}

	@Bean
	Assessments assessments(Catalog catalog, Regions regions, IndicatorQuery indicators, FindingQuery findings,
			Explainer explainer, Submissions submissions, Runs runs, Scorecards cards, CountyTexts texts,
			Archive archive) {
		return new Assessments(catalog, regions, indicators, findings, explainer, submissions, runs, cards, texts,
				archive);
	}

	@Bean
	CountyTexts countyTexts(JdbcClient jdbc) {
		return new CountyTexts(jdbc);
	}

	@Bean
	Digest digest(JdbcTemplate template, Catalog catalog) {
		return new Digest(template, catalog);
	}

	@Bean
	Status status(JdbcClient jdbc, Catalog catalog, Regions regions, Submissions submissions, Clock clock) {
		return new Status(jdbc, catalog, regions, submissions, clock);
	}

	@Bean
	WaitingFiles waitingFiles(JdbcClient jdbc, Regions regions, Clock clock) {
		return new WaitingFiles(jdbc, regions, clock);
	}

	@Bean
	RejectedRows rejectedRows(JdbcTemplate template) {
		return new RejectedRows(template);
	}

	@Bean
	RunSummary.Maker runSummary(Plan plan, Runs runs, Submissions submissions, Lineage lineage) {
		return new RunSummary.Maker(plan, runs, submissions, lineage);
	}

	@Bean
	CorrectionFile correctionFile(Submissions submissions, RejectedRows rows) {
		return new CorrectionFile(submissions, rows);
	}

	@Bean
	Outbox outbox(Settings settings) {
		return new Outbox(settings.outbox());
	}

	@Bean
	Receipts receipts(JdbcClient jdbc, Submissions submissions, SubmissionEvents events) {
		return new Receipts(jdbc, submissions, events);
	}

	@Bean
	ReceiptWriter receiptWriter(Catalog catalog, Regions regions, Outbox outbox, Clock clock) {
		return new ReceiptWriter(catalog, regions, outbox, clock);
	}

	@Bean
	Corrections corrections(Intake intake, Archive archive, Submissions submissions, Lineage lineage,
			RejectedRows rows) {
		return new Corrections(intake, archive, submissions, lineage, rows);
	}

	@Bean
	Reception reception(Archive archive, Submissions submissions, Plan plan, CountyTexts texts, Lineage lineage,
			Corrections corrections, SubmissionEvents events, TransactionTemplate transaction, Catalog catalog,
			Heartbeat heartbeat, Halt halt, Clock clock) {
		return new Reception(archive, submissions, plan, texts,
				new Correcting(archive, corrections, submissions, lineage, events, transaction), transaction, heartbeat,
				halt, catalog.version(), clock);
	}

	@Bean
	HandingOut handingOut(Submissions submissions, Publications publications, Runs runs, CorrectionFile corrections,
			Receipts receipts, ReceiptWriter writer, Outbox outbox, Settings settings, Clock clock) {
		return new HandingOut(submissions, publications, runs, corrections, receipts, writer, outbox, settings, clock);
	}

	@Bean
	Withdrawals withdrawals(Catalog catalog, Submissions submissions, Publications publications, Facts facts,
			Clock clock) {
		return new Withdrawals(catalog, submissions, publications, facts, clock);
	}

	@Bean
	FindingTurns findingTurns(JdbcClient jdbc) {
		return new FindingTurns(jdbc);
	}

	@Bean
	Previews previews(JdbcTemplate template, Catalog catalog, TransactionTemplate transaction, Lease lease, Runs runs,
			Archive archive, Plan plan, Loading loading, Publishing publishing, Publications publications,
			Judging judging, FindingTurns turns, RunSummary.Maker summaries, Clock clock) {
		return new Previews(catalog, transaction, lease, runs, archive, plan, loading, publishing, publications,
				judging, new Previews.Looks(new FactChanges(template), new ValueChanges(template), turns, summaries),
				clock);
	}

	@Bean
	Pipeline pipeline(Catalog catalog, Regions regions, Catalogues catalogues, Lease lease, Heartbeat heartbeat,
			Halt halt, Runs runs, Submissions submissions, JobRepository repository, JobOperator operator,
			Reception reception, @Qualifier("nightly") Job nightly, @Qualifier("import") Job importing,
			@Qualifier("withdraw") Job withdrawing, Withdrawals withdrawals, FindingTurns turns, Previews previews,
			Clock clock) {
		return new Pipeline(catalog, regions, catalogues, lease, heartbeat, halt, runs,
				new Recovery(runs, submissions, repository, operator, clock), reception, operator, nightly, importing,
				withdrawing, withdrawals, turns, previews, clock);
	}

	@Bean
	TransactionTemplate transaction(PlatformTransactionManager transactions) {
		return new TransactionTemplate(transactions);
	}

}
