package org.dudao.intake;

import java.util.List;

import org.dudao.catalog.Field;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The unit of each column: stated in its header, promised by the layout, or stated above
 * the header; else the field's own.
 */
final class ColumnUnits {

	private final List<Unit> above;

	/**
	 * The units of a file's columns.
	 * @param above the units stated above the header
	 */
	ColumnUnits(List<Unit> above) {
		this.above = above;
	}

	/**
	 * What a cell is multiplied by.
	 *
	 * @param exponent the power of ten
	 * @param problem why it cannot be told, else null
	 */
	record Scale(int exponent, @Nullable Message problem) {
	}

	/**
	 * The columns whose unit is of the field's kind, when several have the field's name;
	 * else all of them.
	 */
	List<Integer> preferFitting(Field field, List<Integer> columns, Header header) {
		if (columns.size() < 2 || field.unit() == null) {
			return columns;
		}
		Unit own = Unit.ofField(field.unit());
		List<Integer> fitting = columns.stream().filter((column) -> {
			Unit unit = header.cell(column).unit();
			return unit == null || unit.canHead(own);
		}).toList();
		return fitting.isEmpty() ? columns : fitting;
	}

	/**
	 * How a column of figures is turned into the field's unit.
	 * @param promised the unit in the name that the column is known by, or null
	 */
	Scale scale(Field field, HeaderCell header, @Nullable Unit promised) {
		Unit own = (field.unit() != null) ? Unit.ofField(field.unit()) : null;
		Unit stated = (header.unit() != null) ? header.unit() : promised;
		if (own == null) {
			return new Scale(0, (stated != null) ? wrong(field, header, "-") : null);
		}
		if (stated == null) {
			stated = this.above.stream().filter((unit) -> unit.fits(own)).findFirst().orElse(own);
			if (stated == own && own.kind().equals("CNY/person")
					&& this.above.stream().anyMatch((unit) -> unit.isMoney() && unit.exponent() != 0)) {
				return new Scale(0, Message.of("header.unit-unclear", header.written(), field.unit()));
			}
		}
		return stated.canHead(own) ? new Scale(stated.exponent() - own.exponent(), null)
				: new Scale(0, wrong(field, header, field.unit()));
	}

	private static Message wrong(Field field, HeaderCell header, String expected) {
		return Message.of("header.unit", header.written(), Titles.words(field.title()), expected);
	}

}
