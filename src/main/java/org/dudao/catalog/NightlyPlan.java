package org.dudao.catalog;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.support.CronExpression;

/**
 * What {@code nightly.yaml} of a catalogue says of the calendar. It is no part of the
 * catalogue's version: another deadline or hour changes no verdict.
 *
 * @param areas codes of the areas whose regions are expected; empty for those that lie
 * beside one that has sent the feed
 * @param deadlines what is due, at most one entry a feed
 * @param schedules when the nights of {@code serve} are due
 */
public record NightlyPlan(List<String> areas, List<Deadline> deadlines, List<Schedule> schedules) {

	private static final String FILE = "nightly.yaml";

	/** Whether a schedule is ever due does not depend on the day on which it is read. */
	private static final Instant SOME_MOMENT = Instant.parse("2026-01-01T00:00:00Z");

	/** Nothing is due. */
	public static final NightlyPlan NOTHING = new NightlyPlan(List.of(), List.of(), List.of());

	/**
	 * The plan of that catalogue; nothing is due when it has no such file.
	 * @throws CatalogInvalid with all mistakes together when there is any
	 * @throws UncheckedIOException when the file cannot be read
	 */
	public static NightlyPlan read(Catalog catalog) {
		Path file = catalog.directory().resolve(FILE);
		if (!Files.isRegularFile(file)) {
			return NOTHING;
		}
		Mistakes mistakes = new Mistakes();
		NightlyPlan plan = YamlFile.read(FILE, file, mistakes)
			.map((yaml) -> plan(yaml, catalog, mistakes))
			.orElse(NOTHING);
		mistakes.raise();
		return plan;
	}

	private static NightlyPlan plan(Yaml yaml, Catalog catalog, Mistakes mistakes) {
		Schema.of("nightly").check(yaml, mistakes);
		mistakes.raise();
		Lookup lookup = new Lookup(mistakes);
		List<Yaml> all = yaml.get("deadlines").items();
		lookup.unique(all.stream().map((deadline) -> deadline.get("feed")).toList());
		List<Deadline> deadlines = new ArrayList<>();
		for (Yaml deadline : all) {
			lookup.isKnown(deadline.get("feed"), "feed", catalog.feeds().stream().map(Feed::name).toList());
			deadline.get("levels")
				.items()
				.forEach((level) -> lookup.isKnown(level, "level", catalog.regions().levels().values()));
			MonthDay day = day(deadline.get("due"), mistakes);
			deadlines.add(new Deadline(deadline.get("feed").text(), deadline.get("levels").texts(),
					deadline.get("after").text().equals("end"), day, number(deadline.get("grace")),
					number(deadline.get("since"))));
		}
		return new NightlyPlan(yaml.get("areas").texts(), deadlines,
				schedules(yaml.get("schedules"), lookup, mistakes));
	}

	private static List<Schedule> schedules(Yaml yaml, Lookup lookup, Mistakes mistakes) {
		lookup.unique(yaml.items().stream().map((schedule) -> schedule.get("name")).toList());
		List<Schedule> schedules = new ArrayList<>();
		for (Yaml schedule : yaml.items()) {
			CronExpression cron = cron(schedule.get("cron"), mistakes);
			ZoneId zone = zone(schedule.get("zone"), mistakes);
			if (cron != null && zone != null) {
				Schedule read = new Schedule(schedule.get("name").text(), cron, zone,
						schedule.get("inbox").textOrNull());
				if (read.next(SOME_MOMENT).isEmpty()) {
					mistakes.add(schedule.get("cron"), "catalog.nightly.never", read.name(),
							schedule.get("cron").text());
				}
				schedules.add(read);
			}
		}
		return List.copyOf(schedules);
	}

	private static @Nullable CronExpression cron(Yaml yaml, Mistakes mistakes) {
		try {
			return CronExpression.parse(yaml.text());
		}
		catch (IllegalArgumentException wrong) {
			mistakes.add(yaml, "catalog.nightly.cron", yaml.text());
			return null;
		}
	}

	private static @Nullable ZoneId zone(Yaml yaml, Mistakes mistakes) {
		try {
			return ZoneId.of(yaml.text());
		}
		catch (DateTimeException wrong) {
			mistakes.add(yaml, "catalog.nightly.zone", yaml.text());
			return null;
		}
	}

	private static MonthDay day(Yaml yaml, Mistakes mistakes) {
		try {
			return MonthDay.parse("--" + yaml.text());
		}
		catch (DateTimeException none) {
			mistakes.add(yaml, "catalog.nightly.day", yaml.text());
			return MonthDay.of(1, 1);
		}
	}

	private static int number(Yaml yaml) {
		Integer number = yaml.whole();
		return (number != null) ? number : 0;
	}

}
