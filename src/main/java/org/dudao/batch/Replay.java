package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.batch.Replayed.Compared;
import org.dudao.batch.Replayed.Difference;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.message.Message;
import org.dudao.report.Digest;
import org.dudao.report.Digest.Part;
import org.dudao.submission.Archive;
import org.dudao.submission.Horizon;
import org.dudao.submission.Runs;
import org.dudao.submission.Runs.Entry;
import org.dudao.submission.Runs.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Computes a past run once more and compares. In a second, empty database every run up to
 * that one is gone through in its order, each with its own catalogue: the same archived
 * files are read by the same code, what was in force when is taken over as it is
 * recorded, and everything is judged anew. What comes out is held against what was in
 * force when the run ended.
 */
public final class Replay {

	/** So many differences of a part are told. */
	private static final int TOLD = 5;

	private final JdbcTemplate jdbc;

	private final Runs runs;

	private final Archive archive;

	private final Catalogues catalogues;

	private final Path log;

	private final ZoneId zone;

	Replay(JdbcTemplate jdbc, Runs runs, Archive archive, Catalogues catalogues, Path log, ZoneId zone) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.archive = archive;
		this.catalogues = catalogues;
		this.log = log;
		this.zone = zone;
	}

	/**
	 * Computes a run once more. The second database and all else that it makes is gone
	 * afterwards.
	 * @param application the class that Spring starts from
	 * @throws CannotReplay when there is no such run, it did not come to its end, or its
	 * catalogue was not kept
	 * @throws org.dudao.submission.Forgotten when facts of then were removed
	 * @throws IOException when the archive cannot be read
	 */
	public Replayed run(long run, Class<?> application) throws IOException {
		List<Entry> past = this.runs.until(run);
		Entry last = past.isEmpty() ? null : past.get(past.size() - 1);
		if (last == null || last.id() != run) {
			throw new CannotReplay(Message.of("replay.unknown", run));
		}
		Instant end = last.endedAt();
		if (end == null || last.outcome() != Outcome.DONE) {
			throw new CannotReplay(Message.of("replay.not-done", run));
		}
		new Horizon(JdbcClient.create(this.jdbc)).check(end);
		if (!this.catalogues.holds(last.catalog())) {
			throw new CannotReplay(Message.of("replay.no-catalogue", run, last.catalog().substring(0, 12)));
		}
		Path home = Files.createTempDirectory("dudao-replay-");
		try (Scratch scratch = new Scratch(application, home, this.log, this.archive, this.zone)) {
			return new Night(past, last, end, home, scratch).replay();
		}
		finally {
			FileSystemUtils.deleteRecursively(home);
		}
	}

	/** One replay under way. */
	private final class Night {

		private final List<Entry> past;

		private final Entry last;

		private final Instant end;

		private final Path home;

		private final Scratch scratch;

		private final Map<String, Catalog> read = new HashMap<>();

		private final Set<String> files = new LinkedHashSet<>();

		private final List<Message> notes = new ArrayList<>();

		private final Set<String> unlike = new LinkedHashSet<>();

		Night(List<Entry> past, Entry last, Instant end, Path home, Scratch scratch) {
			this.past = past;
			this.last = last;
			this.end = end;
			this.home = home;
			this.scratch = scratch;
		}

		Replayed replay() throws IOException {
			Instant done = Instant.EPOCH;
			for (Entry run : this.past) {
				Instant until = (run.endedAt() != null) ? run.endedAt() : run.startedAt();
				this.scratch.by(catalogue(run));
				this.scratch.at(until);
				PastRecords records = new PastRecords(
						new Copying(Replay.this.jdbc, this.scratch.part(JdbcTemplate.class)), this.end);
				replay(run, records, done, until);
				done = until;
			}
			return new Replayed(this.last, this.past.size(), this.files.size(), compare(), this.notes);
		}

		private void replay(Entry run, PastRecords records, Instant after, Instant until) throws IOException {
			records.say(after, run.startedAt());
			List<String> hashes = records.begin(run);
			if (!hashes.isEmpty()) {
				hashes.forEach(this::check);
				this.scratch.read(run.id());
				this.files.addAll(hashes);
			}
			records.publish(after, until);
			if (run.judged()) {
				this.scratch.judge(run.id());
			}
			records.say(run.startedAt(), until);
			this.scratch.part(Runs.class).end(run.id(), Outcome.DONE, until);
		}

		private void check(String sha256) {
			String found = "";
			try {
				found = Archive.hash(Replay.this.archive.path(sha256));
			}
			catch (IOException unreadable) {
				found = unreadable.getClass().getSimpleName();
			}
			if (!found.equals(sha256) && this.unlike.add(sha256)) {
				this.notes.add(Message.of("replay.file-unlike", Replay.this.archive.path(sha256)));
			}
		}

		/** A run whose catalogue was not kept is gone through with the last one's. */
		private Catalog catalogue(Entry run) throws IOException {
			boolean kept = Replay.this.catalogues.holds(run.catalog());
			if (!kept && this.unlike.add(run.catalog())) {
				this.notes.add(Message.of("replay.other-catalogue", run.id(), run.catalog().substring(0, 12)));
			}
			if (!Runs.program().equals(run.program()) && this.unlike.add("program " + run.program())) {
				this.notes.add(Message.of("replay.other-program", run.id(),
						(run.program() != null) ? run.program() : "-", Runs.program()));
			}
			String version = kept ? run.catalog() : this.last.catalog();
			Catalog catalog = this.read.get(version);
			if (catalog == null) {
				catalog = CatalogReader.read(Replay.this.catalogues.find(version).write(this.home.resolve(version)));
				this.read.put(version, catalog);
			}
			return catalog;
		}

		private List<Compared> compare() {
			Digest kept = new Digest(Replay.this.jdbc, this.scratch.part(Catalog.class));
			Digest anew = this.scratch.part(Digest.class);
			Map<Part, String> sums = kept.of(this.end).parts();
			Map<Part, String> others = anew.of().parts();
			List<Compared> compared = new ArrayList<>();
			for (Part part : Part.values()) {
				String one = sums.getOrDefault(part, "");
				String other = others.getOrDefault(part, "");
				compared.add(new Compared(part, one, other,
						one.equals(other) ? List.of() : differences(kept.rows(part, this.end), anew.rows(part, null))));
			}
			return compared;
		}

		private static List<Difference> differences(Map<String, Map<String, String>> kept,
				Map<String, Map<String, String>> anew) {
			List<Difference> differences = new ArrayList<>();
			Set<String> keys = new LinkedHashSet<>(kept.keySet());
			keys.addAll(anew.keySet());
			for (String key : keys) {
				Map<String, String> one = kept.get(key);
				Map<String, String> other = anew.get(key);
				if (one == null || other == null) {
					differences.add(new Difference(key, null, one != null ? "+" : null, other != null ? "+" : null));
				}
				else {
					one.forEach((column, value) -> {
						if (!value.equals(other.get(column))) {
							differences.add(new Difference(key, column, shown(value), shown(other.get(column))));
						}
					});
				}
				if (differences.size() >= TOLD) {
					break;
				}
			}
			return differences;
		}

		private static @Nullable String shown(@Nullable String cell) {
			return (cell == null || cell.equals(Digest.NOTHING)) ? null : cell;
		}

	}

}
