package org.dudao.dictionary;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A page of Markdown that is being written. */
final class Markdown {

	private final StringBuilder text = new StringBuilder();

	Markdown heading(int level, String heading) {
		return block("#".repeat(level) + " " + heading);
	}

	Markdown paragraph(String paragraph) {
		return block(paragraph);
	}

	/** A list; nothing at all when there is nothing to list. */
	Markdown bullets(List<String> items) {
		return items.isEmpty() ? this
				: block(items.stream().map((item) -> "- " + line(item)).collect(Collectors.joining("\n")));
	}

	/** A table; nothing at all when it has no row. */
	Markdown table(List<String> header, List<List<@Nullable String>> rows) {
		if (rows.isEmpty()) {
			return this;
		}
		Stream<String> lines = Stream.concat(Stream.of(row(header), "|" + " --- |".repeat(header.size())),
				rows.stream().map(Markdown::row));
		return block(lines.collect(Collectors.joining("\n")));
	}

	/** Text that Markdown and a table leave as it is. */
	static String plain(@Nullable String text) {
		return Objects.requireNonNullElse(text, "")
			.replace("\\", "\\\\")
			.replace("|", "\\|")
			.replace("*", "\\*")
			.replace("<", "&lt;");
	}

	/** A name as a program reads it. */
	static String code(@Nullable String name) {
		return (name == null || name.isEmpty()) ? "" : "`" + name.replace("|", "\\|") + "`";
	}

	/** Several of them. */
	static String codes(List<String> names) {
		return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
	}

	/** A link to a page, or to a heading of one. */
	static String link(String name, String to) {
		return "[" + name + "](" + to + ")";
	}

	private Markdown block(String block) {
		this.text.append(this.text.isEmpty() ? "" : "\n").append(block).append('\n');
		return this;
	}

	private static String row(List<? extends @Nullable String> cells) {
		return cells.stream()
			.map((cell) -> line(Objects.requireNonNullElse(cell, "")))
			.collect(Collectors.joining(" | ", "| ", " |"));
	}

	private static String line(String cell) {
		return cell.strip().replaceAll("\\s*\\n\\s*", " ");
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
