package org.dudao.cli;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GridTests {

	@Test
	void countsAChineseCharacterAsTwoColumns() {
		Grid grid = new Grid(List.of(List.of("region", "period"), List.of("石景山区", "2025"), List.of("A区", "2024")));
		assertThat(grid.lines()).containsExactly("region    period", "石景山区  2025", "A区       2024");
	}

	@Test
	void continuesALongCellBelowItself() {
		Grid grid = new Grid(List.of(List.of("word ".repeat(13).strip(), "x")));
		assertThat(grid.lines()).containsExactly("word ".repeat(12).strip() + "   x", "word");
	}

	@Test
	void cutsALongChineseCellWithoutBlanks() {
		Grid grid = new Grid(List.of(List.of("县".repeat(31))));
		assertThat(grid.lines()).containsExactly("县".repeat(30), "县");
	}

}
