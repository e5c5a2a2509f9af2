package org.dudao.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.database.TestDatabase;
import org.dudao.database.TestDatabase.Connection;
import org.dudao.message.Message;
import org.dudao.submission.LeaseHeld;
import org.dudao.upkeep.Refused;
import org.dudao.upkeep.Site;
import org.dudao.upkeep.Unfinished;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A backup that is not what was written is found out before anything is restored. */
class DamagedBackupTests {

	private static final String PASSWORD = "not-to-be-told-7";

	@TempDir
	private static Path folder;

	private static Path sound;

	@BeforeAll
	static void backUp() throws IOException {
		Connection open = TestDatabase.H2.fresh();
		Connection connection = new Connection(open.url(), "warden-7", PASSWORD);
		try (House house = House.own(connection)) {
			Sheets.county().forEach(house::put);
			house.night();
			sound = folder.resolve("sound.zip");
			try (Site site = site(house.home(), connection)) {
				site.backup(sound);
			}
		}
	}

	private static Site site(Path home, Connection connection) {
		return Site.open(home, "--spring.datasource.url=" + connection.url(),
				"--spring.datasource.username=" + connection.user(),
				"--spring.datasource.password=" + connection.password());
	}

	@Test
	void tellsNeitherPasswordNorUserNorAddress() throws IOException {
		assertThat(Site.look(sound).rows()).isPositive();
		for (byte[] entry : entries(sound).values()) {
			assertThat(new String(entry, StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD, "warden-7", "jdbc:",
					ProcessHandle.current().pid() + ":");
		}
	}

	@Test
	void isReadableByItsOwnerOnly() throws IOException {
		assertThat(Files.getPosixFilePermissions(sound)).map(Enum::name)
			.containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
	}

	@ParameterizedTest
	@CsvSource({ "tables/slot.jsonl, 420602, 420603, slot", "tables/finding.jsonl, OPEN, SHUT, finding",
			"archive/, 420602, 420603, ''", "backup.json, '\"format\" : 1', '\"format\" : 2', restore.format",
			"backup.json, '\"schema\" : \"', '\"schema\" : \"9', restore.newer", "backup.json, '{', '[', backup.json",
			"backup.json, '\"files\" : ', '\"files\" : 1', archive/" })
	void isRefusedAndNothingIsChanged(String entry, String from, String to, String where) throws IOException {
		Path changed = change(entry, (text) -> text.replaceFirst(java.util.regex.Pattern.quote(from),
				java.util.regex.Matcher.quoteReplacement(to)));
		assertRefused(changed, where.startsWith("restore.") ? where : "restore.damaged",
				where.startsWith("restore.") ? "" : where);
	}

	@ParameterizedTest
	@CsvSource({ "0", "100", "-1", "-400" })
	void isRefusedWhenCutOff(int at) throws IOException {
		byte[] bytes = Files.readAllBytes(sound);
		Path cut = folder.resolve("cut.zip");
		Files.write(cut, Arrays.copyOf(bytes, (at < 0) ? bytes.length + at : at));
		assertRefused(cut, "restore.no-backup", "cut.zip");
	}

	@Test
	void isRefusedWhenAByteWasLost() throws IOException {
		byte[] bytes = Files.readAllBytes(sound);
		bytes[bytes.length / 2] ^= 1;
		assertRefused(Files.write(folder.resolve("bit.zip"), bytes), "restore.damaged", "");
	}

	@Test
	void placeThatWasFilledHalfwayIsNotUsed() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries(sound).entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey().replace("fact_funding", "strange")));
				zip.write(entry.getKey().equals("backup.json")
						? new String(entry.getValue(), StandardCharsets.UTF_8).replace("fact_funding", "strange")
							.getBytes(StandardCharsets.UTF_8)
						: entry.getValue());
			}
		}
		Path file = Files.write(folder.resolve("strange.zip"), bytes.toByteArray());
		Connection connection = TestDatabase.H2.fresh();
		Path home = House.newHome();
		try (Site site = site(home, connection)) {
			assertThatThrownBy(() -> site.restore(file)).isInstanceOfSatisfying(Unfinished.class,
					(stopped) -> assertThat(stopped.reason())
						.isEqualTo(Message.of("restore.unknown-table", "strange")));
		}
		try (House house = House.at(connection, home)) {
			assertThatThrownBy(house::night).isInstanceOfSatisfying(LeaseHeld.class,
					(held) -> assertThat(held.isUnfinishedRestore()).isTrue());
		}
		try (Site site = site(House.newHome(), connection)) {
			assertThatThrownBy(() -> site.backup(folder.resolve("half.zip"))).isInstanceOf(LeaseHeld.class);
			assertThatThrownBy(() -> site.restore(sound)).isInstanceOf(Refused.class);
		}
	}

	private static void assertRefused(Path file, String code, String where) {
		Connection connection = TestDatabase.H2.fresh();
		Path home = House.newHome();
		try (Site site = site(home, connection)) {
			assertThatThrownBy(() -> site.restore(file)).isInstanceOfSatisfying(Refused.class, (refused) -> {
				assertThat(refused.reason().code()).isEqualTo(code);
				assertThat(String.join(" ", refused.reason().args())).contains(where);
			});
		}
		assertThat(home.resolve("archive")).doesNotExist();
		try (HikariDataSource pool = connection.pool()) {
			assertThat(new JdbcTemplate(pool).queryForList("show tables")).isEmpty();
		}
	}

	/** Changes the first entry whose name begins so and whose text becomes another. */
	private static Path change(String name, UnaryOperator<String> change) throws IOException {
		boolean[] done = new boolean[1];
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries(sound).entrySet()) {
				byte[] content = entry.getValue();
				if (entry.getKey().startsWith(name) && !done[0]) {
					String text = new String(content, StandardCharsets.ISO_8859_1);
					content = change.apply(text).getBytes(StandardCharsets.ISO_8859_1);
					done[0] = !Arrays.equals(content, entry.getValue());
				}
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(content);
			}
		}
		assertThat(done[0]).isTrue();
		return Files.write(folder.resolve("changed.zip"), bytes.toByteArray());
	}

	private static Map<String, byte[]> entries(Path file) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), zip.readAllBytes());
			}
		}
		return entries;
	}

}
