package org.dudao.batch;

import java.util.List;

import org.dudao.database.TestDatabase;
import org.dudao.report.RunSummary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thread that is interrupted while it loads. On the server alone: the embedded database
 * closes its file when a thread is interrupted that just writes to it.
 */
class InterruptedLoadTests {

	private static final int SCHOOLS = 5000;

	private final House house = House.on(TestDatabase.MARIADB);

	@Test
	void interruptedLoadIsNeverTakenForAWholeOne() {
		this.house.put("420602/large.csv", Sheets.schools("420602", 2024, SCHOOLS));
		try (Trap trap = Trap.holding(this.house.connection(), "fact_teacher_rotation.line = 3000")) {
			Aside<RunSummary> night = Aside.run(this.house::night);
			trap.await();
			assertThat(loaders()).isNotEmpty().allSatisfy(Thread::interrupt);
			trap.release();
			night.failure();
		}
		assertThat(this.house.count("slot where region = '420602' and facts < " + SCHOOLS)).isZero();
		assertThat(this.house.count("submission where state = 'PUBLISHED' and facts > 1 and facts < " + SCHOOLS))
			.isZero();
		this.house.night();
		assertThat(this.house.count("slot where region = '420602' and facts = " + SCHOOLS)).isEqualTo(1);
	}

	private static List<Thread> loaders() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("file-") && thread.getState() != Thread.State.TERMINATED)
			.toList();
	}

}
