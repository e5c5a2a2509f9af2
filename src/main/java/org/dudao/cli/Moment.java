package org.dudao.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as a person writes it: {@code 2026-11-21} (the end of that day), or
 * {@code 2026-11-21T08:30} in the zone of the machine, or with a zone behind it.
 */
final class Moment implements ITypeConverter<Instant> {

	@Override
	public Instant convert(String text) {
		try {
			if (text.indexOf('T') < 0) {
				return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
			}
			boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0;
			return zoned ? java.time.OffsetDateTime.parse(text).toInstant()
					: LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
		}
		catch (DateTimeParseException unreadable) {
			throw new TypeConversionException(
					"expected / 应为 2026-11-21, 2026-11-21T08:30 or / 或 2026-11-21T08:30+08:00;" + " found / 实为 '" + text
							+ "'");
		}
	}

}
