package org.dudao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.opencsv.CSVWriter;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.correction.CorrectionFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a command shows what it found, in the reader's language and format. */
final class Screen {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private final PrintWriter out;

	private final Messages messages;

	private final Format format;

	Screen(PrintWriter out, Messages messages, Format format) {
		this.out = out;
		this.messages = messages;
		this.format = format;
	}

	Format format() {
		return this.format;
	}

	Messages messages() {
		return this.messages;
	}

	Locale locale() {
		return this.messages.locale();
	}

	/** A sentence, only where people read. */
	void say(String code, Object... args) {
		say(Message.of(code, args));
	}

	/** A sentence, only where people read. */
	void say(Message message) {
		line(this.messages.text(message));
	}

	/** A line, only where people read. */
	void line(String text) {
		if (this.format == Format.text) {
			this.out.println(text);
			this.out.flush();
		}
	}

	/** A moment as a clock on the wall shows it. */
	String time(Instant moment) {
		return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
	}

	/** One thing, as JSON where JSON is wanted. */
	void json(Object thing) {
		this.out.println(JSON.writeValueAsString(thing));
		this.out.flush();
	}

	/** Rows in the wanted format. */
	void show(Listing listing) {
		switch (this.format) {
			case text -> text(listing);
			case json -> json(objects(listing));
			case csv -> csv(listing);
		}
		this.out.flush();
	}

	private static List<Map<String, Object>> objects(Listing listing) {
		List<Map<String, Object>> objects = new ArrayList<>();
		for (List<@Nullable Object> row : listing.rows()) {
			Map<String, Object> object = new LinkedHashMap<>();
			for (int i = 0; i < row.size(); i++) {
				object.put(listing.columns().get(i), row.get(i));
			}
			objects.add(object);
		}
		return objects;
	}

	private void text(Listing listing) {
		if (listing.rows().isEmpty()) {
			return;
		}
		List<List<String>> cells = new ArrayList<>();
		cells.add(listing.columns().stream().map((column) -> this.messages.text("column." + column)).toList());
		listing.rows().forEach((row) -> cells.add(row.stream().map(this::cell).toList()));
		new Grid(cells).lines().forEach(this.out::println);
	}

	private void csv(Listing listing) {
		this.out.print('\uFEFF');
		StringWriter text = new StringWriter();
		CSVWriter csv = new CSVWriter(text, ',', '"', '"', "\r\n");
		csv.writeNext(listing.columns().toArray(String[]::new), false);
		listing.rows()
			.forEach((row) -> csv
				.writeNext(row.stream().map(this::cell).map(CorrectionFile::harmless).toArray(String[]::new), false));
		this.out.print(text);
	}

	private String cell(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		if (value instanceof Collection<?> several) {
			return String.join("; ", several.stream().map(this::cell).toList());
		}
		return value.toString();
	}

}
