package org.dudao.upkeep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.dudao.upkeep.Contents.Filled;
import org.jspecify.annotations.Nullable;

/** Whether what a backup says of itself can be what was written into it. */
final class Description {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private Description() {
	}

	/** Whether it can be, all of it. */
	static boolean isCredible(Contents contents) {
		boolean whole = given(contents.program(), contents.schema(), contents.vendor(), contents.createdAt(),
				contents.tables(), contents.unlike(), contents.missing())
				&& (contents.format() < Contents.SEALED || isHash(contents.filesSum()));
		return whole && areTables(contents.tables()) && isDigest(contents.catalog(), contents.digest())
				&& !contents.unlike().contains(contents.catalog())
				&& contents.unlike().stream().allMatch(Description::isHash);
	}

	/** Whether it is 64 hexadecimal digits. */
	static boolean isHash(@Nullable String text) {
		return text != null && HASH.matcher(text).matches();
	}

	private static boolean given(@Nullable Object... parts) {
		return Arrays.stream(parts).allMatch(Objects::nonNull);
	}

	private static boolean areTables(List<Filled> tables) {
		Set<String> names = new HashSet<>();
		return tables.stream().allMatch((table) -> given(table) && isTable(table) && names.add(table.name()));
	}

	private static boolean isTable(Filled table) {
		if (!given(table.name(), table.columns()) || !NAME.matcher(table.name()).matches() || !isHash(table.sum())) {
			return false;
		}
		Set<String> names = new HashSet<>();
		return !table.columns().isEmpty() && table.columns()
			.stream()
			.allMatch((column) -> column != null && given(column.name(), column.type()) && Kind.knows(column.type())
					&& names.add(column.name()));
	}

	/** There is a digest of the whole and the catalogue that it is by, or neither. */
	private static boolean isDigest(@Nullable String catalog, @Nullable Map<String, String> digest) {
		if (catalog == null || digest == null) {
			return catalog == null && digest == null;
		}
		return isHash(catalog) && digest.containsKey(KeptDigest.WHOLE)
				&& digest.values().stream().allMatch(Description::isHash);
	}

}
