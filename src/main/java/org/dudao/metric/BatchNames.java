package org.dudao.metric;

import java.util.List;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Keeps Spring Batch's metrics bounded: each file is read in a step of its own, named
 * {@code loadFile:submission-64}, and without this each file ever read would have series
 * of its own.
 */
final class BatchNames implements MeterFilter {

	private static final String BATCH = "spring.batch.";

	@Override
	public Meter.Id map(Meter.Id id) {
		if (!id.getName().startsWith(BATCH)) {
			return id;
		}
		List<Tag> tags = id.getTags().stream().map((tag) -> Tag.of(tag.getKey(), shared(tag.getValue()))).toList();
		return id.replaceTags(tags);
	}

	private static String shared(String value) {
		int colon = value.indexOf(':');
		return (colon < 0) ? value : value.substring(0, colon);
	}

}
