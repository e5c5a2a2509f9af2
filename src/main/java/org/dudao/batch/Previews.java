package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.dudao.catalog.Catalog;
import org.dudao.indicator.ValueChanges;
import org.dudao.report.FindingTurns;
import org.dudao.report.RunSummary;
import org.dudao.submission.Archive;
import org.dudao.submission.Lease;
import org.dudao.submission.Plan;
import org.dudao.submission.Publications;
import org.dudao.submission.Publications.Replaced;
import org.dudao.submission.Runs;
import org.dudao.warehouse.FactChanges;
import org.dudao.warehouse.FactChanges.SlotChange;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what a run would do, by doing it: the files are taken in, loaded, published and
 * judged by the same code, in one transaction that is rolled back. So it cannot differ
 * from what the run then does, and a process that dies in it leaves nothing.
 */
final class Previews {

	private final Catalog catalog;

	private final TransactionTemplate transaction;

	private final Lease lease;

	private final Runs runs;

	private final Archive archive;

	private final Plan plan;

	private final Loading loading;

	private final Publishing publishing;

	private final Publications publications;

	private final Judging judging;

	private final Looks looks;

	private final Clock clock;

	Previews(Catalog catalog, TransactionTemplate transaction, Lease lease, Runs runs, Archive archive, Plan plan,
			Loading loading, Publishing publishing, Publications publications, Judging judging, Looks looks,
			Clock clock) {
		this.catalog = catalog;
		this.transaction = transaction;
		this.lease = lease;
		this.runs = runs;
		this.archive = archive;
		this.plan = plan;
		this.loading = loading;
		this.publishing = publishing;
		this.publications = publications;
		this.judging = judging;
		this.looks = looks;
		this.clock = clock;
	}

	/**
	 * What a run over these files would do.
	 * @throws IOException when the archive cannot be read at all
	 */
	Preview of(Reception reception, List<PlannedFile> files, long token) throws IOException {
		Archive.Trial trial = this.archive.trial();
		try {
			return Objects.requireNonNull(this.transaction.execute((status) -> {
				try {
					return look(reception, files, token);
				}
				catch (IOException fault) {
					throw new UncheckedIOException(fault);
				}
				finally {
					status.setRollbackOnly();
				}
			}));
		}
		catch (UncheckedIOException fault) {
			throw fault.getCause();
		}
		finally {
			trial.close();
		}
	}

	private Preview look(Reception reception, List<PlannedFile> files, long token) throws IOException {
		// From here to the end nobody else can take the lease, so it need not be renewed.
		this.lease.prove(token);
		long run = this.runs.begin("preview", this.catalog.version(), this.clock.instant());
		reception.receive(run, files);
		for (long submission : this.plan.toRead(run)) {
			load(submission);
		}
		long published = this.publications.mark();
		long turned = this.looks.turns().mark();
		long valued = this.looks.values().mark();
		this.publishing.publish(token);
		List<SlotChange> slots = slots(this.publications.since(published));
		Judging.Changed changed = this.judging.judge(run, token);
		return new Preview(this.looks.summaries().of(run), this.runs.catalogChanged(run), slots, changed.computed(),
				this.looks.values().since(valued, changed.keys(), changed.at()), this.looks.turns().since(turned));
	}

	private void load(long submission) throws IOException {
		try {
			new FileLoad(this.loading, submission).all();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("the preview was interrupted", stopped);
		}
	}

	private List<SlotChange> slots(List<Replaced> published) {
		Map<String, List<Replaced>> byFeed = new LinkedHashMap<>();
		published.forEach((one) -> byFeed.computeIfAbsent(one.slot().feed(), (feed) -> new ArrayList<>()).add(one));
		List<SlotChange> changes = new ArrayList<>();
		byFeed.forEach(
				(feed, slots) -> changes.addAll(this.looks.facts().of(this.catalog.feed(feed).orElseThrow(), slots)));
		return changes;
	}

	/**
	 * What is looked at.
	 *
	 * @param facts what is other in the facts
	 * @param values what is other in the values
	 * @param turns the turns that findings take
	 * @param summaries what becomes of the files
	 */
	record Looks(FactChanges facts, ValueChanges values, FindingTurns turns, RunSummary.Maker summaries) {
	}

}
