package org.dudao.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What a user of MySQL or MariaDB may do in a database, as {@code SHOW GRANTS} tells it.
 *
 * @param held privileges on the whole database or on the whole server, in capitals
 * @param partly whether there is more that these lines do not tell: what a role allows,
 * or what is granted on single tables
 */
record Grants(Set<String> held, boolean partly) {

	private static final Pattern LINE = Pattern
		.compile("GRANT (.+?) ON (?:(TABLE|FUNCTION|PROCEDURE|PACKAGE|PACKAGE BODY) )?(\\S+?)\\.(\\S+) TO .*");

	private static final Pattern COLUMNS = Pattern.compile("\\([^)]*\\)");

	private static final String ALL = "ALL PRIVILEGES";

	/** Reads the lines, whatever else they hold. */
	static Grants parse(List<String> lines, String database) {
		Set<String> held = new TreeSet<>();
		boolean partly = false;
		for (String line : lines) {
			Matcher grant = LINE.matcher(line);
			if (!grant.matches()) {
				partly |= line.startsWith("GRANT ") && !line.startsWith("GRANT PROXY ");
			}
			else if (!covers(grant.group(3), database)) {
				continue;
			}
			else if (grant.group(4).equals("*")) {
				held.addAll(privileges(grant.group(1)));
				if (line.contains("WITH GRANT OPTION")) {
					held.add("GRANT OPTION");
				}
			}
			else {
				partly = true;
			}
		}
		held.remove("USAGE");
		return new Grants(held, partly);
	}

	private static Set<String> privileges(String list) {
		return Arrays.stream(COLUMNS.matcher(list).replaceAll("").split(","))
			.map((privilege) -> privilege.strip().toUpperCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	/** The name of a database may be a pattern, as one of LIKE. */
	private static boolean covers(String scope, String database) {
		String name = scope.replace("`", "");
		if (name.equals("*")) {
			return true;
		}
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c == '\\' && i + 1 < name.length()) {
				i++;
				regex.append(Pattern.quote(String.valueOf(name.charAt(i))));
			}
			else {
				regex.append((c == '%') ? ".*" : (c == '_') ? "." : Pattern.quote(String.valueOf(c)));
			}
		}
		return database.matches(regex.toString());
	}

	/** Those of the needed that are not held. */
	Set<String> missing(Set<String> needed) {
		return this.held.contains(ALL) ? Set.of()
				: needed.stream().filter((privilege) -> !this.held.contains(privilege)).collect(inOrder());
	}

	/** Those held that are not needed. */
	Set<String> beyond(Set<String> needed) {
		return this.held.stream().filter((privilege) -> !needed.contains(privilege)).collect(inOrder());
	}

	private static Collector<String, ?, Set<String>> inOrder() {
		return Collectors.toCollection(TreeSet::new);
	}

}
