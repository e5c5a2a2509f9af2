package org.dudao.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as a person writes it: {@code 2026-11-21} (the last moment of that day), or
 * {@code 2026-11-21T08:30} in the zone of the machine, or with a zone behind it.
 */
final class Moment implements ITypeConverter<Instant> {

	private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}-");

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	/** The moment as a clock on the wall shows it, to the second. */
	static String text(Instant moment) {
		return SECONDS.format(moment.atZone(ZoneId.systemDefault()));
	}

	@Override
	public Instant convert(String text) {
		try {
			if (!YEAR.matcher(text).lookingAt()) {
				throw new DateTimeException("no year of four digits");
			}
			if (text.indexOf('T') < 0) {
				LocalDate next = LocalDate.parse(text).plusDays(1);
				return next.atStartOfDay(ZoneId.systemDefault()).toInstant().minus(1, ChronoUnit.MICROS);
			}
			boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0;
			return zoned ? java.time.OffsetDateTime.parse(text).toInstant()
					: LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
		}
		catch (DateTimeException unreadable) {
			throw new TypeConversionException(
					"expected / 应为 2026-11-21, 2026-11-21T08:30 or / 或 2026-11-21T08:30+08:00;" + " found / 实为 '" + text
							+ "'");
		}
	}

}
