package org.dudao.intake;

import java.util.List;
import java.util.TreeMap;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.region.Regions;

/**
 * The sensors that need the file alone. They see each row once, as it goes by, and keep
 * counts, sums and a sample of the rows.
 */
final class FileSensors {

	private final List<TextSensor> texts;

	private final TotalSensor totals;

	private final int width;

	private final FigureSample sample;

	private final PriorSensor prior;

	private final SlipSensor slips;

	private final LimitSensor limits;

	FileSensors(Screening.Recognised file, Catalog catalog, Regions regions) {
		TreeMap<Integer, Column> columns = new TreeMap<>();
		for (Column column : file.columns()) {
			Field field = file.feed().field(column.field()).orElseThrow();
			if (field.type() == FieldType.STRING && field.categories().isEmpty()) {
				columns.putIfAbsent(column.index(), column);
			}
		}
		this.texts = columns.values().stream().map(TextSensor::new).toList();
		this.totals = new TotalSensor(file);
		this.width = file.header().size();
		this.sample = new FigureSample(file);
		this.prior = new PriorSensor(this.sample, catalog);
		this.slips = new SlipSensor(this.sample);
		this.limits = new LimitSensor(this.sample, catalog, regions);
	}

	/** Takes note of an accepted row. */
	void accepted(int line, String[] cells, List<Fact> facts) {
		for (TextSensor text : this.texts) {
			text.see(line, cells);
		}
		this.totals.accepted(cells, facts);
		this.sample.add(line, facts);
	}

	/** Takes note of a rejected row. */
	void rejected() {
		this.totals.rejected();
	}

	/** Takes note of a line that is no row. */
	void ignored(int line, String[] cells, Row.Ignored.Reason reason) {
		if (reason == Row.Ignored.Reason.TOTAL && cells.length == this.width) {
			this.totals.total(line, cells);
		}
	}

	/** Says what is suspicious. */
	void end(Suspicions suspicions) {
		this.texts.forEach((text) -> text.end(suspicions));
		this.totals.end(suspicions);
		this.prior.end(suspicions);
		this.slips.end(suspicions);
		this.limits.end(suspicions);
	}

}
