package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Layout;
import org.dudao.region.Regions;

/**
 * Takes files in: finds out what a file is and reads its rows. Keeps nothing between
 * files, so one may serve several threads.
 */
public final class Intake {

	private final Catalog catalog;

	private final Regions regions;

	private final Limits limits;

	private final List<HeaderMatcher> matchers = new ArrayList<>();

	public Intake(Catalog catalog, Regions regions, Limits limits) {
		this.catalog = catalog;
		this.regions = regions;
		this.limits = limits;
		for (Feed feed : catalog.feeds()) {
			for (Layout layout : feed.layouts()) {
				this.matchers.add(new HeaderMatcher(feed, layout, layout.headerRows()));
				if (layout.headerRows() > 1) {
					this.matchers.add(new HeaderMatcher(feed, layout, 1));
				}
			}
		}
	}

	/**
	 * Looks at a file: its charset, delimiter and header, but not its rows. A file that
	 * cannot be read is refused, not thrown for.
	 * @throws IOException when the disk fails or the file vanishes
	 */
	public Screening screen(Source source) throws IOException {
		TextForm form = TextSniffer.sniff(source.path(), this.limits);
		if (form instanceof TextForm.Refused refused) {
			return new Screening.Refused(List.of(refused.reason()));
		}
		Charset charset = ((TextForm.Readable) form).charset();
		try {
			return new HeaderSearch(this.matchers, source, this.limits).search(charset,
					delimiters(source.path(), charset, this.limits));
		}
		catch (DamagedFile ex) {
			return new Screening.Refused(List.of(ex.reason()));
		}
	}

	/**
	 * The rows of a file that was recognised.
	 * @throws DamagedFile when its lines cannot be read
	 */
	public RowReader read(Screening.Recognised file) throws IOException {
		return read(file, Revision.NONE);
	}

	/**
	 * The rows of a file that was recognised and into which corrected rows were merged.
	 * @throws DamagedFile when its lines cannot be read
	 */
	public RowReader read(Screening.Recognised file, Revision revision) throws IOException {
		return new RowReader(file, this.catalog.stages(), new RegionCells(this.regions, file.source().sender()),
				revision, new FileSensors(file, this.catalog, this.regions), this.limits);
	}

	/**
	 * The text of the records that begin on these lines, as it is written, by line; a
	 * line on which none begins is not there. The delimiter is taken to be the likeliest.
	 * @throws DamagedFile when the lines before cannot be read
	 */
	public static Map<Integer, String> rawLines(Path file, String charset, Set<Integer> lines) throws IOException {
		Map<Integer, String> found = new TreeMap<>();
		readRawLines(file, charset, lines, found::put);
		return found;
	}

	/**
	 * Gives the same texts one by one, by line, and keeps none.
	 * @throws DamagedFile when the lines before cannot be read
	 */
	public static void readRawLines(Path file, String charset, Set<Integer> lines, BiConsumer<Integer, String> reader)
			throws IOException {
		if (lines.isEmpty()) {
			return;
		}
		Limits limits = Limits.defaults();
		Charset known = Charset.forName(charset);
		char delimiter = delimiters(file, known, limits).get(0);
		int last = Collections.max(lines);
		try (RecordReader records = RecordReader.open(file, known, delimiter, limits)) {
			while (records.next() && records.line() <= last) {
				if (lines.contains(records.line())) {
					reader.accept(records.line(), records.raw());
				}
			}
		}
	}

	private static List<Character> delimiters(Path file, Charset charset, Limits limits) throws IOException {
		List<Character> delimiters = Dialect.candidates(file, charset, limits)
			.stream()
			.map(Dialect::delimiter)
			.toList();
		return delimiters.isEmpty() ? List.of(',') : delimiters;
	}

}
