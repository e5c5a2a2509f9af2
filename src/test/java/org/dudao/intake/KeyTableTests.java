package org.dudao.intake;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyTableTests {

	private final KeyHash hash = new KeyHash(new int[] { 0, 1, 2 });

	@Test
	void keepsFirstLineOfEachOfManyKeys() {
		KeyTable table = new KeyTable();
		for (int line = 1; line <= 100_000; line++) {
			of("420602", line % 50, "第" + line + "小学");
			assertThat(table.find(this.hash.high(), this.hash.low())).isZero();
			table.put(this.hash.high(), this.hash.low(), line);
		}
		for (int line = 1; line <= 100_000; line += 7) {
			of("420602", line % 50, "第" + line + "小学");
			assertThat(table.find(this.hash.high(), this.hash.low())).isEqualTo(line);
		}
	}

	@Test
	void goesRoundTheEndOfTheTable() {
		KeyTable table = new KeyTable();
		// all of these belong into the last slot
		for (int line = 1; line <= 600; line++) {
			table.put(-1L, line, -line);
		}
		for (int line = 1; line <= 600; line++) {
			assertThat(table.find(-1L, line)).isEqualTo(-line);
		}
		assertThat(table.find(-1L, 601)).isZero();
	}

	@Test
	void tellsWhereOneValueEndsAndTheNextBegins() {
		Set<Long> seen = new HashSet<>();
		for (Object[] key : new Object[][] { { "ab", "c", null }, { "a", "bc", null }, { "abc", null, null },
				{ null, "abc", null }, { null, null, "abc" }, { "a", "b", "c" }, { "1", 1L, 1 }, { 1L, "1", 1 },
				{ "", null, null }, { null, "", null }, { null, null, null } }) {
			this.hash.over(key);
			assertThat(seen.add(this.hash.high())).isTrue();
			assertThat(seen.add(this.hash.low())).isTrue();
		}
	}

	private void of(Object... key) {
		this.hash.over(key);
	}

}
