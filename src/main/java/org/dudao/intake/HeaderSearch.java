package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.Text;
import org.dudao.message.Message;
import org.dudao.message.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header among the first records of a file, by its names and not by its place.
 * Of several readings the one that explains more of the header counts; where two explain
 * the same the file's name may tell, and else the file is refused.
 */
final class HeaderSearch {

	/** So many forms are told with their columns. */
	private static final int FEW = 5;

	/** How far down a header is looked for. */
	private static final int DEPTH = 30;

	private final List<HeaderMatcher> matchers;

	private final Source source;

	private final Limits limits;

	/** The nearest that came to a header, to say what is missing. */
	private @Nullable Found nearest;

	/** The fullest record of all, where nothing comes near a header. */
	private @Nullable Found fullest;

	HeaderSearch(List<HeaderMatcher> matchers, Source source, Limits limits) {
		this.matchers = matchers;
		this.source = source;
		this.limits = limits;
	}

	/** A header read in one way, and where. */
	private record Found(HeaderMatch match, char delimiter, int line) {
	}

	/** The text of a record and where it begins. */
	private record Head(int line, String[] cells) {
	}

	/**
	 * What the file is, its cells being parted by one of these delimiters, likeliest
	 * first.
	 */
	Screening search(Charset charset, List<Character> delimiters) throws IOException {
		List<Message> damages = new ArrayList<>();
		boolean empty = true;
		for (char delimiter : delimiters) {
			try {
				List<Head> heads = heads(charset, delimiter);
				empty &= heads.isEmpty();
				List<Found> found = search(heads, delimiter);
				if (!found.isEmpty()) {
					return decide(found, charset);
				}
			}
			catch (DamagedFile ex) {
				empty = false;
				damages.add(ex.reason());
			}
		}
		if (!damages.isEmpty()) {
			return new Screening.Refused(List.of(damages.get(0)));
		}
		return new Screening.Refused(List.of(empty ? Message.of("header.empty") : unknown()));
	}

	private List<Head> heads(Charset charset, char delimiter) throws IOException {
		List<Head> heads = new ArrayList<>();
		try (RecordReader records = RecordReader.open(this.source.path(), charset, delimiter, this.limits)) {
			while (heads.size() < DEPTH + 2 && records.next()) {
				heads.add(new Head(records.line(), records.cells()));
			}
		}
		return heads.stream().allMatch((head) -> Header.width(head.cells()) == 0) ? List.of() : heads;
	}

	/** The ways to read the first record that is a header in any way. */
	private List<Found> search(List<Head> heads, char delimiter) {
		for (int row = 0; row < Math.min(heads.size(), DEPTH); row++) {
			if (Header.filled(heads.get(row).cells()) < 2) {
				continue;
			}
			Preamble preamble = new Preamble(heads.subList(0, row).stream().map(Head::cells).toList(),
					this.source.fileName());
			List<Found> found = new ArrayList<>();
			for (HeaderMatcher matcher : this.matchers) {
				if (row + matcher.rows() <= heads.size()
						&& (this.source.feed() == null || this.source.feed().equals(matcher.feed().name()))) {
					Header header = new Header(
							heads.subList(row, row + matcher.rows()).stream().map(Head::cells).toList());
					HeaderMatch match = matcher.match(header, preamble, this.source.period());
					Found way = new Found(match, delimiter, heads.get(row).line());
					remember(way);
					if (match.complete()) {
						found.add(way);
					}
				}
			}
			if (!found.isEmpty()) {
				return found;
			}
		}
		return List.of();
	}

	private void remember(Found way) {
		if (this.nearest == null || closeness(way) > closeness(this.nearest)) {
			this.nearest = way;
		}
		if (way.match().rows() == 1
				&& (this.fullest == null || way.match().header().width() > this.fullest.match().header().width())) {
			this.fullest = way;
		}
	}

	private static long closeness(Found way) {
		return 2 * way.match().hits() - way.match().missing().size();
	}

	private Screening decide(List<Found> found, Charset charset) throws IOException {
		List<Found> best = found.stream()
			.filter((way) -> found.stream().noneMatch((other) -> other.match().beats(way.match())))
			.toList();
		List<Found> named = best.stream().filter(this::isNamed).toList();
		if (best.size() > 1 && named.size() == 1) {
			best = named;
		}
		if (best.size() > 1) {
			return new Screening.Refused(List.of(ambiguous(best)));
		}
		Found way = best.get(0);
		HeaderMatch match = way.match();
		List<Message> refusals = match.refusals();
		if (refusals.isEmpty() && !hasRows(way, charset)) {
			refusals = List.of(Message.of("header.no-rows", way.line()));
		}
		return refusals.isEmpty()
				? new Screening.Recognised(this.source, charset.name(), way.delimiter(), match.feed(), match.layout(),
						way.line(), match.header().written(), match.columns(), match.given(), match.unknown())
				: new Screening.Refused(refusals);
	}

	private boolean isNamed(Found way) {
		return way.match().layout().fileName() != null
				&& way.match().layout().fileName().matcher(this.source.fileName()).find();
	}

	private boolean hasRows(Found way, Charset charset) throws IOException {
		try (RecordReader records = RecordReader.open(this.source.path(), charset, way.delimiter(), this.limits)) {
			int above = way.match().rows();
			while (records.next()) {
				if (records.line() >= way.line() && Header.width(records.cells()) > 0 && above-- <= 0) {
					return true;
				}
			}
			return false;
		}
		catch (DamagedFile ex) {
			// reading will meet it again and say where
			return true;
		}
	}

	private static Message ambiguous(List<Found> ways) {
		List<Feed> feeds = ways.stream().map((way) -> way.match().feed()).distinct().toList();
		Header header = ways.get(0).match().header();
		int line = ways.get(0).line();
		return (feeds.size() > 1)
				? Message.of("header.two-feeds", line, Titles.list(feeds.stream().map(Feed::title).toList()), header)
				: Message.of("header.two-layouts", line,
						Titles.list(ways.stream().map((way) -> way.match().layout().title()).toList()), header);
	}

	/** Few forms are told with their columns; of many, the names. */
	private static Words forms(List<Feed> feeds) {
		return (feeds.size() <= FEW) ? Titles.list(feeds.stream().map(HeaderSearch::form).toList())
				: Titles.list(feeds.stream().map(Feed::title).toList());
	}

	private Message unknown() {
		Found near = this.nearest;
		if (near != null && near.match().hits() >= 2) {
			HeaderMatch match = near.match();
			if (match.missing().isEmpty()) {
				return Message.of("header.no-measure", near.line(), Titles.words(match.feed().title()),
						titles(match.feed(), (field) -> field.type().isMeasure()), match.header());
			}
			return Message.of("header.missing", near.line(), Titles.words(match.feed().title()),
					Cells.cut(String.join("; ", match.missing())), match.header());
		}
		List<Feed> feeds = this.matchers.stream()
			.map(HeaderMatcher::feed)
			.filter((feed) -> this.source.feed() == null || this.source.feed().equals(feed.name()))
			.distinct()
			.toList();
		Found full = this.fullest;
		return Message.of("header.unknown", DEPTH, forms(feeds), (full != null) ? full.line() : 1,
				(full != null) ? full.match().header() : "");
	}

	/** A feed with what every row of it must have. */
	private static Text form(Feed feed) {
		Words required = titles(feed, (field) -> field.constraints().required());
		return new Text(feed.title().en() + " (" + required.en() + ")", feed.title().zh() + "（" + required.zh() + "）");
	}

	private static Words titles(Feed feed, Predicate<Field> which) {
		return Titles.list(feed.fields().stream().filter(which).map(Field::title).toList());
	}

}
