package org.dudao.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.Test;

class MetricTests {

	@Test
	void look() throws Exception {
		House house = House.on(TestDatabase.H2);
		Sheets.county().forEach(house::put);
		house.put("420607/a.csv", Sheets.funding("420607", 2024, 1000, 12_000_000L));
		house.put("420607/b.csv", Sheets.funding("420607", 2024, 1000, 12_500_000L)).night();
		Files.writeString(Path.of("/tmp/scrape.txt"), house.part(PrometheusMeterRegistry.class).scrape());
	}

}
