package org.dudao.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.dudao.submission.Archive;
import org.dudao.submission.Submissions;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The archived bytes of files whose facts are removed, and of files that were rejected
 * before the moment. Those of corrections, of counties' own texts and of catalogues stay.
 */
record OldFiles(JdbcTemplate jdbc, Archive archive) implements Removable<Long> {

	@Override
	public String name() {
		return "FILES";
	}

	@Override
	public List<Long> before(Instant moment) {
		List<Long> found = new ArrayList<>(new OldFacts(this.jdbc).inForceNowhere(moment, "s.file_purged_at is null"));
		found.addAll(this.jdbc.queryForList("""
				select s.id from submission s where s.state = 'REJECTED' and s.decided_at < ?
				and s.file_purged_at is null order by s.id""", Long.class, Submissions.utc(moment)));
		return found;
	}

	@Override
	public long amount(List<Long> submissions) {
		return submissions.size();
	}

	@Override
	public void remove(List<Long> submissions, Instant now) {
		for (long id : submissions) {
			String sha256 = this.jdbc.queryForObject("select sha256 from submission where id = ?", String.class, id);
			this.jdbc.update("update submission set file_purged_at = ? where id = ?", Submissions.utc(now), id);
			try {
				Files.deleteIfExists(this.archive.path(sha256));
			}
			catch (IOException fault) {
				throw new UncheckedIOException(fault);
			}
		}
	}

}
