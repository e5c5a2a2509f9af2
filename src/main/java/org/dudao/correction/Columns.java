package org.dudao.correction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.dudao.message.Message;
import org.dudao.message.Messages;

/**
 * The columns of a correction file: ours, and behind them the sender's in the sender's
 * order, each under a name that stands only once, so that a column is found again
 * wherever it was moved.
 *
 * @param sender the names of the sender's columns
 */
record Columns(List<String> sender) {

	private static final List<Messages> LANGUAGES = List.of(new Messages(Locale.CHINESE), new Messages(Locale.ENGLISH));

	/** Those of ours, in their order. */
	enum Own {

		/** By which a row finds its place; the only one that is needed. */
		NUMBER,

		/** The line in the file that was sent. */
		LINE,

		/** The headers of the cells at fault. */
		FIELD,

		/** What is wrong with them. */
		REASON,

		/** What is to be done with the row, where it is not to be corrected. */
		ACTION;

		String name(Messages language) {
			return language.text("correction.column." + name().toLowerCase(Locale.ROOT));
		}

		/** The names in all languages. */
		List<String> names() {
			return LANGUAGES.stream().map(this::name).toList();
		}

		/** Where it stands, from 0, and -1 when it was taken away. */
		int in(List<String> header) {
			for (int i = 0; i < header.size(); i++) {
				if (names().contains(normal(header.get(i)))) {
					return i;
				}
			}
			return -1;
		}

	}

	/** The columns for a file with that header. */
	static Columns of(List<String> header) {
		Set<String> taken = new HashSet<>();
		Stream.of(Own.values()).forEach((own) -> taken.addAll(own.names()));
		List<String> names = new ArrayList<>();
		for (int i = 0; i < header.size(); i++) {
			String name = normal(header.get(i));
			if (name.isEmpty() || taken.contains(name)) {
				name = (name + " (" + (i + 1) + ")").strip();
			}
			taken.add(name);
			names.add(name);
		}
		return new Columns(names);
	}

	private static String normal(String header) {
		return Texts.trim(header.replaceAll("\\s+", " "));
	}

	/** The header in that language. */
	List<String> header(Messages language) {
		List<String> header = new ArrayList<>();
		Stream.of(Own.values()).forEach((own) -> header.add(own.name(language)));
		header.addAll(this.sender);
		return header;
	}

	/**
	 * Where each of the sender's columns stands in a file that came back, from 0.
	 * @throws CorrectionRefused when one is missing or stands twice
	 */
	int[] places(List<String> header) {
		List<String> found = header.stream().map(Columns::normal).toList();
		int[] places = new int[this.sender.size()];
		for (int i = 0; i < places.length; i++) {
			String name = this.sender.get(i);
			places[i] = found.indexOf(name);
			if (places[i] < 0) {
				throw new CorrectionRefused(Message.of("correction.column-missing", name));
			}
			if (found.lastIndexOf(name) != places[i]) {
				throw new CorrectionRefused(Message.of("correction.column-twice", name));
			}
		}
		return places;
	}

}
