package org.dudao.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.message.Messages;
import org.dudao.receipt.Receipt.Place;
import org.dudao.receipt.Receipt.Turn;
import org.dudao.receipt.ReceiptView.Items;
import org.dudao.receipt.ReceiptView.Labelled;
import org.dudao.receipt.ReceiptView.Table;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.submission.Ledger;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents.Event;
import org.dudao.submission.SubmissionState;
import org.jspecify.annotations.Nullable;

/** Says in one language what a receipt tells. */
final class ReceiptText {

	/** More lines than these nobody reads; the JSON has them all. */
	private static final int SHOWN = 100;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final Catalog catalog;

	private final Regions regions;

	private final Messages texts;

	ReceiptText(Catalog catalog, Regions regions, Messages texts) {
		this.catalog = catalog;
		this.regions = regions;
		this.texts = texts;
	}

	/**
	 * The whole receipt.
	 * @param corrections the names of the files in which the rejected rows lie
	 */
	ReceiptView view(Receipt receipt, List<String> corrections, Instant now) {
		Submission submission = receipt.submission();
		boolean chinese = this.texts.locale().getLanguage().equals("zh");
		List<Table> tables = Stream
			.of(places(receipt.places()), turns("receipt.opened", receipt.turns(), true),
					turns("receipt.closed", receipt.turns(), false), story(receipt.story()))
			.filter((table) -> !table.rows().isEmpty())
			.toList();
		return new ReceiptView(chinese ? "zh-CN" : "en", text("receipt.title", submission.id()), submission.fileName(),
				text("state-name." + submission.state()), tone(receipt), answers(receipt, corrections),
				reasons(submission), rows(submission.ledger()), file(receipt, corrections), tables,
				text("receipt.footer", moment(now)));
	}

	private static String tone(Receipt receipt) {
		return switch (receipt.submission().state()) {
			case PUBLISHED -> (receipt.next() == Receipt.Next.SENDER) ? "warn" : "good";
			case RECEIVED, LOADING, LOADED, HELD -> "warn";
			case REJECTED, FAILED -> "bad";
			case SUPERSEDED, WITHDRAWN -> "past";
		};
	}

	private List<Labelled> answers(Receipt receipt, List<String> corrections) {
		return List.of(labelled("receipt.happened", happened(receipt.submission())),
				labelled("receipt.do", toDo(receipt, corrections)), labelled("receipt.next", next(receipt)));
	}

	/** What became of the file, and of its rows when some are missing now. */
	String happened(Submission submission) {
		Ledger rows = submission.ledger();
		String state = text("state." + submission.state());
		boolean some = submission.state() == SubmissionState.PUBLISHED && rows.rejected() > 0;
		return some ? state + text("receipt.rows-missing", rows.rejected(), rows.read()) : state;
	}

	/** What the sender does now. */
	String toDo(Receipt receipt, List<String> corrections) {
		SubmissionState state = receipt.submission().state();
		boolean rows = receipt.submission().ledger().rejected() > 0;
		if (receipt.next() == Receipt.Next.SENDER && rows && state != SubmissionState.WITHDRAWN
				&& !corrections.isEmpty()) {
			return text("receipt.do.rows", String.join(text("receipt.or"), corrections));
		}
		if (!receipt.corrections().isEmpty() && receipt.next() == Receipt.Next.NOBODY) {
			return text("receipt.do.corrected", list(receipt.corrections()));
		}
		boolean publishedWithGaps = state == SubmissionState.PUBLISHED && rows;
		return text("receipt.do." + (publishedWithGaps ? SubmissionState.REJECTED : state));
	}

	/** Who does something next. */
	String next(Receipt receipt) {
		return text("receipt.next." + receipt.next());
	}

	private Items reasons(Submission submission) {
		List<String> sentences = submission.reasons().stream().limit(SHOWN).map(this.texts::text).toList();
		boolean stopped = submission.state().needsOfficer() || submission.state() == SubmissionState.FAILED;
		return new Items(text(stopped ? "receipt.reasons" : "receipt.notes"), sentences,
				more(submission.reasons().size()));
	}

	private List<Labelled> rows(Ledger rows) {
		return List.of(labelled("receipt.rows.read", rows.read()), labelled("receipt.rows.accepted", rows.accepted()),
				labelled("receipt.rows.rejected", rows.rejected()), labelled("receipt.rows.ignored", rows.ignored()),
				labelled("receipt.rows.facts", rows.facts()));
	}

	private List<Labelled> file(Receipt receipt, List<String> corrections) {
		Submission submission = receipt.submission();
		List<Labelled> file = new ArrayList<>();
		file.add(labelled("receipt.submission", submission.id()));
		file.add(labelled("receipt.sender", (submission.sender() != null) ? sender(submission) : "-"));
		file.add(labelled("receipt.size", submission.sizeBytes()));
		file.add(labelled("receipt.hash", submission.sha256()));
		file.add(labelled("receipt.received", moment(submission.receivedAt())));
		if (submission.decidedAt() != null) {
			file.add(labelled("receipt.decided", moment(submission.decidedAt())));
		}
		if (submission.feed() != null) {
			file.add(labelled("receipt.feed", feed(submission.feed())));
			file.add(labelled("receipt.form",
					text("receipt.form.is", submission.layout(), String.valueOf(submission.charset()))));
		}
		if (submission.hints().accept() != null) {
			file.add(labelled("receipt.accepted",
					submission.hints().officer() + text("text.colon") + submission.hints().accept()));
		}
		if (receipt.origin() != null) {
			file.add(labelled("receipt.origin",
					text("receipt.origin.is", receipt.origin().parent(), receipt.origin().fileName())));
		}
		if (!receipt.corrections().isEmpty()) {
			file.add(labelled("receipt.corrected-by", list(receipt.corrections())));
		}
		if (!corrections.isEmpty()) {
			file.add(labelled("receipt.corrections", String.join(text("text.comma"), corrections)));
		}
		return file;
	}

	private Table places(List<Place> places) {
		return table("receipt.places", places,
				List.of("column.region", "column.region_name", "column.period", "column.part", "receipt.rows.facts",
						"receipt.in-force", "receipt.replaced"),
				(place) -> List.of(place.slot().region(), name(place.slot().region(), place.slot().period()),
						String.valueOf(place.slot().period()), place.slot().part(), String.valueOf(place.facts()),
						text(place.isInForce() ? "receipt.yes" : "receipt.no"),
						(place.replaced() != null) ? text("receipt.replaced.is", place.replaced()) : "-"));
	}

	private Table turns(String title, List<Turn> turns, boolean opening) {
		return table(title, turns.stream().filter((turn) -> turn.isOpening() == opening).toList(),
				List.of("column.finding", "column.title", "column.region", "column.region_name", "column.period",
						"column.stage", "receipt.more"),
				(turn) -> List.of(String.valueOf(turn.finding()), rule(turn.rule()), turn.region(),
						name(turn.region(), turn.period()), String.valueOf(turn.period()), stage(turn.stage()),
						"dudao explain " + turn.finding()));
	}

	private Table story(List<Event> story) {
		return table("receipt.story", story, List.of("receipt.when", "receipt.what"),
				(event) -> List.of(moment(event.at()), what(event)));
	}

	/** An event in one sentence; its reasons stand above or have passed. */
	String what(Event event) {
		StringBuilder what = new StringBuilder(
				text("event." + event.kind(), (event.other() != null) ? event.other() : ""));
		if (event.author() != null) {
			what.append(text("submission.by", event.author()));
		}
		if (event.reason() != null) {
			what.append(text("text.colon")).append(event.reason());
		}
		return what.toString();
	}

	private <T> Table table(String title, List<T> all, List<String> head, Function<T, List<String>> row) {
		return new Table(text(title), head.stream().map((column) -> text(column)).toList(),
				all.stream().limit(SHOWN).map(row).toList(), more(all.size()));
	}

	private String more(int all) {
		return (all > SHOWN) ? text("receipt.left-out", all - SHOWN) : "";
	}

	private Labelled labelled(String label, Object text) {
		return new Labelled(text(label), text.toString());
	}

	private String sender(Submission submission) {
		String code = String.valueOf(submission.sender());
		String name = name(code, submission.receivedAt().atZone(ZoneId.systemDefault()).getYear());
		return name.isEmpty() ? code : name + " (" + code + ")";
	}

	/** The name of a region in that year, empty when it had none. */
	String name(String region, int year) {
		return this.regions.byCode(region, year).map(Region::name).orElse("");
	}

	/** The title of a feed. */
	String feed(String name) {
		return this.catalog.feed(name).map((feed) -> feed.title().in(this.texts.locale())).orElse(name);
	}

	/** The title of a rule. */
	String rule(String name) {
		return this.catalog.rule(name).map((rule) -> rule.title().in(this.texts.locale())).orElse(name);
	}

	/** The title of a stage. */
	String stage(String name) {
		return this.catalog.stage(name).map((stage) -> stage.title().in(this.texts.locale())).orElse(name);
	}

	private static String list(List<Long> submissions) {
		return String.join(", ", submissions.stream().map(String::valueOf).toList());
	}

	private static String moment(Instant moment) {
		return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
	}

	private String text(String code, @Nullable Object... args) {
		return this.texts.text(code, args);
	}

}
