package org.dudao.catalog;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code waivers.yaml} of a catalogue. It is no part of its version: another reason
 * changes no verdict.
 */
public final class WaiverReasons {

	private static final String FILE = "waivers.yaml";

	private WaiverReasons() {
	}

	/**
	 * The reasons of that catalogue, in the order of the file; none when it has no such
	 * file.
	 * @throws CatalogInvalid with all mistakes together when there is any
	 * @throws UncheckedIOException when the file cannot be read
	 */
	public static List<WaiverReason> read(Catalog catalog) {
		Path file = catalog.directory().resolve(FILE);
		if (!Files.isRegularFile(file)) {
			return List.of();
		}
		Mistakes mistakes = new Mistakes();
		List<WaiverReason> reasons = YamlFile.read(FILE, file, mistakes)
			.map((yaml) -> reasons(yaml, mistakes))
			.orElse(List.of());
		mistakes.raise();
		return reasons;
	}

	private static List<WaiverReason> reasons(Yaml yaml, Mistakes mistakes) {
		Schema.of("waivers").check(yaml, mistakes);
		List<Yaml> all = yaml.get("waivers").items();
		new Lookup(mistakes).unique(all.stream().map((reason) -> reason.get("waiver")).toList());
		mistakes.raise();
		return all.stream().map(WaiverReasons::reason).toList();
	}

	private static WaiverReason reason(Yaml yaml) {
		List<Rule.Severity> severities = yaml.get("severities")
			.texts()
			.stream()
			.map((text) -> Rule.Severity.valueOf(text.toUpperCase(Locale.ROOT)))
			.toList();
		return new WaiverReason(yaml.get("waiver").text(), Lookup.text(yaml.get("title")),
				Lookup.text(yaml.get("description")), severities, yaml.get("months").whole());
	}

}
