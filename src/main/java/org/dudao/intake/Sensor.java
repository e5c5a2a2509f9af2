package org.dudao.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.dudao.message.Message;

/**
 * The suspicions that a file can raise before it is published. A sensor is a guess: it
 * holds the file for an officer, or only tells him, and never rejects, corrects or makes
 * a breach. What is sure, such as a cell that is no number, is no sensor.
 */
public enum Sensor {

	/** The last line is short and has no line end. */
	LAST_LINE_CUT("sensor.last-line-cut", Effect.HOLDS, Place.FILE),

	/** The file ends where a block ends, in the middle of a line. */
	BLOCK_END("sensor.block-end", Effect.HOLDS, Place.FILE),

	/** A row of totals is not the sum of the rows. */
	TOTAL_DIFFERS("sensor.total-differs", Effect.HOLDS, Place.FILE),

	/** A name was read in the wrong charset before it came here. */
	MOJIBAKE("sensor.mojibake", Effect.HOLDS, Place.FILE),

	/** A code was rounded by a spreadsheet. */
	ROUNDED_CODE("sensor.rounded-code", Effect.HOLDS, Place.FILE),

	/** A code or grade was made a date by a spreadsheet. */
	DATE_IN_TEXT("sensor.date-in-text", Effect.HOLDS, Place.FILE),

	/** Codes have lost the zeros they began with. */
	LOST_ZERO("sensor.lost-zero", Effect.HOLDS, Place.FILE),

	/** This year's column is last year's. */
	EQUAL_PRIOR("sensor.equal-prior", Effect.HOLDS, Place.FILE),

	/** Amounts are a power of ten off the other rows. */
	UNIT_SLIP("sensor.unit-slip", Effect.HOLDS, Place.FILE),

	/** Many rows lie exactly at the limit of a rule. */
	AT_LIMIT("sensor.at-limit", Effect.INFORMS, Place.FILE),

	/** Many figures are exactly those of the year before. */
	AT_LAST_YEAR("sensor.at-last-year", Effect.INFORMS, Place.FILE),

	/** A note says that years cannot be compared. */
	SERIES_BREAK("sensor.series-break", Effect.INFORMS, Place.FILE),

	/** Two files of one run bring the same data. */
	SAME_SLOT("sensor.same-slot", Effect.HOLDS, Place.NIGHT),

	/** All figures stand in another file too, under another measure. */
	CONTAINED("sensor.contained", Effect.HOLDS, Place.PUBLISHED),

	/** There are far fewer rows than what is in force has. */
	ROW_DROP("sensor.row-drop", Effect.HOLDS, Place.PUBLISHED),

	/** There are far more rows than what is in force has. */
	ROW_GROWTH("sensor.row-growth", Effect.HOLDS, Place.PUBLISHED),

	/** The sum of a measure is far from that of what is in force. */
	SUM_CHANGED("sensor.sum-changed", Effect.HOLDS, Place.PUBLISHED),

	/** Figures are a power of ten off what is in force. */
	UNIT_CHANGED("sensor.unit-changed", Effect.HOLDS, Place.PUBLISHED),

	/** Measures have the figures that others had. */
	COLUMNS_MOVED("sensor.columns-moved", Effect.HOLDS, Place.PUBLISHED),

	/** Measures have exactly the figures of the year before. */
	COPY_OF_LAST_YEAR("sensor.copy-of-last-year", Effect.HOLDS, Place.PUBLISHED),

	/** A corrected file would replace what came into force after the file it corrects. */
	OVERTAKEN("sensor.overtaken", Effect.HOLDS, Place.PUBLISHED);

	private final String id;

	private final Effect effect;

	private final Place place;

	Sensor(String id, Effect effect, Place place) {
		this.id = id;
		this.effect = effect;
		this.place = place;
	}

	/** What it is called, which is the code of what it says too. */
	public String id() {
		return this.id;
	}

	/** What comes of it. */
	public Effect effect() {
		return this.effect;
	}

	/** What it looks at. */
	public Place place() {
		return this.place;
	}

	/** The key of its title. */
	public String titleKey() {
		return "sensor-title." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The key of what it looks for. */
	public String aboutKey() {
		return "sensor-about." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What it says of one file. */
	public Message says(Object... args) {
		return Message.of(this.id, args);
	}

	/** Whether that is what it says. */
	public boolean said(Message message) {
		return message.code().equals(this.id);
	}

	/** The sensor that is so called. */
	public static Optional<Sensor> of(String id) {
		return Arrays.stream(values()).filter((sensor) -> sensor.id.equals(id)).findFirst();
	}

	/** What comes of a suspicion. */
	public enum Effect {

		/** The file waits for an officer. */
		HOLDS,

		/** The file is published and the officer is told. */
		INFORMS;

		/** The key of its name. */
		public String key() {
			return "sensor-effect." + name();
		}

	}

	/** What a sensor looks at. */
	public enum Place {

		/** The file alone, so that {@code check} can tell beforehand. */
		FILE,

		/** The file and the other files of the same run. */
		NIGHT,

		/** The file and what was in force before the run. */
		PUBLISHED;

		/** The key of its name. */
		public String key() {
			return "sensor-place." + name();
		}

	}

}
