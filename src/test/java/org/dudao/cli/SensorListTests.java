package org.dudao.cli;

import java.nio.file.Path;

import org.dudao.cli.Terminal.Said;
import org.dudao.intake.Sensor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An officer can look each sensor up. */
class SensorListTests {

	@ParameterizedTest
	@CsvSource({ "en, holds, informs", "zh, 暂缓发布, 仅提示" })
	void listsEachSensorWithItsEffect(String language, String holds, String informs, @TempDir Path home) {
		Said said = new Terminal(home).typeIn(language, "catalog", "list", "sensors");
		assertThat(said.code()).isEqualTo(Exit.DONE);
		for (Sensor sensor : Sensor.values()) {
			assertThat(said.out().lines().filter((line) -> line.startsWith(sensor.id() + " "))).singleElement()
				.asString()
				.contains((sensor.effect() == Sensor.Effect.HOLDS) ? holds : informs);
		}
		assertThat(new Terminal(home).typeIn(language, "catalog", "list").out()).contains(Sensor.MOJIBAKE.id());
	}

}
