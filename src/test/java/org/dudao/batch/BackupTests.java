package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.database.TestDatabase;
import org.dudao.message.Message;
import org.dudao.submission.Holder;
import org.dudao.submission.Lease;
import org.dudao.submission.LeaseHeld;
import org.dudao.upkeep.Contents;
import org.dudao.upkeep.Restored;
import org.dudao.upkeep.Refused;
import org.dudao.upkeep.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was backed up is what is restored, from either database into either. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BackupTests {

	private static final String STRANGE = "tab\t\\N\n襄城 𠮷 '\"\r\0";

	private static House house;

	@TempDir
	private Path folder;

	BackupTests(TestDatabase database) {
		assertThat(house).isSameAs(House.shared(database));
	}

	@BeforeParameterizedClassInvocation
	static void twoNights(TestDatabase database) {
		house = House.on(database);
		Sheets.county().forEach(house::put);
		house.night();
		house.put("420602/again.csv", Sheets.funding("420602", 2024, 1000, 12_500_000L));
		house.night();
	}

	private static Contents backup(Path file) {
		try (Site site = site(house.home(), house.connection())) {
			return site.backup(file);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static Site site(Path home, TestDatabase.Connection connection) {
		return Site.open(home, "--spring.datasource.url=" + connection.url(),
				"--spring.datasource.username=" + connection.user(),
				"--spring.datasource.password=" + connection.password());
	}

	@Test
	void comesBackTheSameAndGoesOnTheSame() throws IOException {
		JdbcTemplate jdbc = house.part(JdbcTemplate.class);
		jdbc.execute("create table fact_of_old (submission_id bigint not null, line int not null, item int not null,"
				+ " region varchar(32) not null, suppressed varchar(1000), litres decimal(24,6), told varchar(300),"
				+ " primary key (submission_id, line, item))");
		jdbc.update("insert into fact_of_old values (1, 2, 0, '420602', null, 12.500000, ?)", STRANGE);
		Path file = this.folder.resolve("dudao.zip");
		Contents made = backup(file);
		jdbc.execute("drop table fact_of_old");
		assertThat(made.missing()).isEmpty();
		assertThat(made.unlike()).isEmpty();
		assertThat(made.digest()).containsEntry("digest", house.digest());
		try (House h2 = restored(file, TestDatabase.H2); House mariaDb = restored(file, TestDatabase.MARIADB)) {
			goesOn(house);
			for (House again : List.of(h2, mariaDb)) {
				goesOn(again);
				assertThat(again.digest()).isEqualTo(house.digest());
				assertThat(again.openFindings()).containsExactlyInAnyOrderElementsOf(house.openFindings());
				assertThat(again.count("submission")).isEqualTo(house.count("submission"));
			}
		}
	}

	private static House restored(Path file, TestDatabase database) throws IOException {
		TestDatabase.Connection connection = database.fresh();
		Path home = House.newHome();
		try (Site site = site(home, connection)) {
			Restored restored = site.restore(file);
			assertThat(restored.different()).isEmpty();
			assertThat(restored.digest()).isEqualTo(house.digest());
		}
		House again = House.at(connection, home);
		assertThat(again.digest()).isEqualTo(house.digest());
		assertThat(again.inForce()).containsExactlyInAnyOrderElementsOf(house.inForce());
		assertThat(again.files("archive")).isEqualTo(house.files("archive"));
		assertThat(again.jdbc().sql("select told from fact_of_old where litres = 12.5").query(String.class).single())
			.isEqualTo(STRANGE);
		return again;
	}

	/** A night that finds new files beside those it knows. */
	private static void goesOn(House house) {
		house.clock().set(SettableClock.START.plusSeconds(864_000));
		Sheets.county().forEach(house::put);
		house.put("420602/rotation-2025.csv", Sheets.rotation("420602", 2025, 100, 20, 9));
		house.put("420606/funding-2024-b.csv", Sheets.funding("420606", 2024, 2000, 20_000_000L));
		house.night();
	}

	@Test
	void seesOneMomentOnlyThoughOthersWrite() throws IOException {
		JdbcTemplate jdbc = house.part(JdbcTemplate.class);
		TransactionTemplate transaction = house.part(TransactionTemplate.class);
		Runnable pair = () -> transaction.executeWithoutResult((status) -> {
			jdbc.update("insert into county_text (region, period, sha256, file_name, received_at) values"
					+ " ('420602', 2024, '" + "0".repeat(64) + "', 'x', current_timestamp(6))");
			jdbc.update("insert into submission_event (submission_id, event, happened_at) values"
					+ " (1, 'PAIR', current_timestamp(6))");
		});
		AtomicBoolean enough = new AtomicBoolean();
		Thread writer = new Thread(() -> {
			while (!enough.get()) {
				pair.run();
			}
		});
		pair.run();
		writer.start();
		Contents made;
		try {
			made = backup(this.folder.resolve("dudao.zip"));
		}
		finally {
			enough.set(true);
			join(writer);
		}
		long others = house.count("submission_event where event <> 'PAIR'");
		assertThat(rows(made, "county_text")).isPositive().isEqualTo(rows(made, "submission_event") - others);
		assertThat(house.count("county_text")).isGreaterThan((int) rows(made, "county_text"));
		jdbc.update("delete from county_text");
		jdbc.update("delete from submission_event where event = 'PAIR'");
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException stop) {
			throw new AssertionError(stop);
		}
	}

	private static long rows(Contents contents, String table) {
		return contents.tables().stream().filter((one) -> one.name().equals(table)).findFirst().orElseThrow().rows();
	}

	@Test
	void isNotMadeWhileARunGoesOn() {
		Lease lease = house.part(Lease.class);
		long token = lease.acquire(Holder.here());
		try {
			assertThatThrownBy(() -> backup(this.folder.resolve("dudao.zip"))).isInstanceOf(LeaseHeld.class);
		}
		finally {
			lease.release(token);
		}
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void changesNothing() {
		Map<String, Object> lease = house.part(JdbcTemplate.class).queryForMap("select * from lease");
		backup(this.folder.resolve("dudao.zip"));
		assertThat(house.part(JdbcTemplate.class).queryForMap("select * from lease")).isEqualTo(lease);
	}

	@Test
	void writesOverNothing() throws IOException {
		Path file = Files.writeString(this.folder.resolve("dudao.zip"), "mine");
		assertRefused("backup.exists", () -> backup(file));
		assertThat(file).hasContent("mine");
		assertThat(this.folder.toFile().list()).containsExactly("dudao.zip");
	}

	@Test
	void saysWhatTheArchiveLacks() throws IOException {
		Path archive = house.home().resolve("archive");
		List<Path> files;
		try (Stream<Path> all = Files.walk(archive)) {
			files = all.filter(Files::isRegularFile)
				.filter((file) -> isOfASubmission(file.getFileName().toString()))
				.toList();
		}
		byte[] first = Files.readAllBytes(files.get(0));
		byte[] second = Files.readAllBytes(files.get(1));
		Files.delete(files.get(0));
		Files.writeString(files.get(1), "changed");
		Contents made = backup(this.folder.resolve("dudao.zip"));
		Files.write(files.get(0), first);
		Files.write(files.get(1), second);
		assertThat(made.missing()).containsExactly(files.get(0).getFileName().toString());
		assertThat(made.unlike()).containsExactly(files.get(1).getFileName().toString());
	}

	/** It would be needed for the digest, and is no reason to have no backup at all. */
	@Test
	void damagedCatalogueIsNamedAndTheRestIsBackedUp() throws IOException {
		String version = house.jdbc()
			.sql("select catalog_version from run order by id desc limit 1")
			.query(String.class)
			.single();
		Path catalog = house.home().resolve("archive").resolve(version.substring(0, 2)).resolve(version);
		byte[] bytes = Files.readAllBytes(catalog);
		Files.writeString(catalog, "changed");
		Path file = this.folder.resolve("dudao.zip");
		Contents made = backup(file);
		Files.write(catalog, bytes);
		assertThat(made.unlike()).containsExactly(version);
		assertThat(made.digest()).isNull();
		assertThat(made.hasRuns()).isTrue();
		assertThat(Site.look(file)).isEqualTo(made);
	}

	private static boolean isOfASubmission(String sha256) {
		return house.count("submission where sha256 = ?", sha256) == 1;
	}

	@Test
	void placeThatIsNotEmptyIsLeftAlone() throws IOException {
		Path file = this.folder.resolve("dudao.zip");
		Contents made = backup(file);
		String digest = house.digest();
		try (Site site = site(House.newHome(), house.connection())) {
			assertThatThrownBy(() -> site.restore(file)).isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.reason()).as("as many tables as the backup says")
						.isEqualTo(Message.of("restore.database-not-empty", made.tables().size())));
		}
		TestDatabase.Connection empty = TestDatabase.H2.fresh();
		try (Site site = site(house.home(), empty)) {
			assertRefused("restore.home-not-empty", () -> site.restore(file));
		}
		assertThat(house.digest()).isEqualTo(digest);
		assertThat(tables(empty)).isEmpty();
	}

	private static List<?> tables(TestDatabase.Connection connection) {
		try (HikariDataSource pool = connection.pool()) {
			return new JdbcTemplate(pool).queryForList("show tables");
		}
	}

	private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reason().code()).isEqualTo(code));
	}

}
