package org.dudao.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.database.TestDatabase;
import org.dudao.database.TestDatabase.Connection;
import org.dudao.submission.Archive;
import org.dudao.submission.LeaseHeld;
import org.dudao.upkeep.Refused;
import org.dudao.upkeep.Site;
import org.dudao.upkeep.Unfinished;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
			"archive/, 420602, 420603, ''", "backup.json, '\"digest\" : \"', '\"digest\" : \"0', backup.json",
			"backup.json, '[{]', '[', backup.json", "backup.sha256, 'backup', 'back-up', backup.json" })
	void isRefusedAndNothingIsChanged(String entry, String from, String to, String where) throws IOException {
		assertRefused(written(changed(entry, from, to)), "restore.damaged", where);
	}

	/** Somebody who edits what the backup says of itself may know how it is sealed. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"format" : 2        | "format" : 3              | restore.format        | ``
			"format" : 2        | "format" : 1              | restore.damaged       | backup.json
			"schema" : "21      | "schema" : "921           | restore.newer         | 921
			"schema" : "21      | "schema" : "19            | restore.unlike-schema | submission
			"schema" : "21      | "schema" : "20            | restore.newer         | 20
			"files" :\\s        | "files" : 1               | restore.damaged       | archive/
			"bytes" :\\s        | "bytes" : 1               | restore.damaged       | archive/
			"filesSum" : "      | "filesSum" : "0           | restore.damaged       | backup.json
			"filesSum" :        | "filesTold" :             | restore.damaged       | backup.json
			"facts" : "         | "facts" : "0              | restore.damaged       | backup.json
			"digest" : "[0-9a-f]+" | "digest" : "00"        | restore.damaged       | backup.json
			"digest" : "[0-9a-f]+",? | "whole" : "00",      | restore.damaged       | backup.json
			"catalog" : "[^"]+" | "catalog" : null          | restore.damaged       | backup.json
			"catalog" : "..     | "catalog" : "zz           | restore.damaged       | backup.json
			"catalog" : "[0-9a-f]{8} | "catalog" : "00000000 | restore.damaged      | archive/00000000
			"name" : "slot"     | "name" : "spot"           | restore.damaged       | slot
			"name" : "slot"     | "name" : "run"            | restore.damaged       | backup.json
			"name" : "facts"    | "name" : "figures"        | restore.unlike-schema | publication
			"type" : "date"     | "type" : "year"           | restore.damaged       | backup.json
			"type" : "date"     | "type" : "varchar(10)"    | restore.unlike-schema | finding
			"tables" :          | "stools" :                | restore.damaged       | backup.json
			"createdAt" :       | "when" :                  | restore.damaged       | backup.json
			"unlike" :          | "liked" :                 | restore.damaged       | backup.json
			""")
	void isRefusedThoughItIsSealedAnew(String from, String to, String code, String where) throws IOException {
		Path file = written(sealed(changed("backup.json", from, to)));
		assertThatThrownBy(() -> Site.look(file)).isInstanceOfSatisfying(Refused.class, (refused) -> {
			assertThat(refused.reason().code()).isEqualTo(code);
			assertThat(String.join(" ", refused.reason().args())).contains(where);
		});
	}

	/** Otherwise its rows would be left out without a word. */
	@ParameterizedTest
	@ValueSource(strings = { "slot", "fact_funding", "finding_statement" })
	void isRefusedWhenItDoesNotListATable(String table) throws IOException {
		Map<String, byte[]> entries = sealed(changed("backup.json",
				"\\{\\s*\"name\" : \"" + table + "\",\\s*\"columns\" : \\[[^\\]]*\\][^}]*\\},?", ""));
		assertRefused(written(entries), "restore.damaged", "tables/" + table + ".jsonl");
		entries.remove("tables/" + table + ".jsonl");
		if (!table.startsWith("fact_")) {
			assertRefused(written(entries), "restore.unlike-schema", table);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tables/", "tables/other.jsonl", "archive/0000", "archive/../../evil", "README" })
	void isRefusedWhenThereIsMoreInIt(String name) throws IOException {
		Map<String, byte[]> entries = entries(sound);
		entries.put(name, new byte[0]);
		assertRefused(written(entries), "restore.damaged", name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "backup.sha256", "tables/slot.jsonl", "archive/" })
	void isRefusedWhenThereIsLessInIt(String name) throws IOException {
		Map<String, byte[]> entries = entries(sound);
		entries.remove(entries.keySet().stream().filter((one) -> one.startsWith(name)).findFirst().orElseThrow());
		assertRefused(written(entries), "restore.damaged", "");
	}

	/** A row that is none would be found out only while it is put into its table. */
	@Test
	void isRefusedWhenARowIsNone() throws IOException {
		Map<String, byte[]> entries = entries(sound);
		String row = new String(entries.get("tables/lease.jsonl"), StandardCharsets.UTF_8).strip();
		assertThat(row.lines()).hasSize(1);
		entries.put("tables/lease.jsonl", "[\"run\"]\n".getBytes(StandardCharsets.UTF_8));
		String contents = new String(entries.get("backup.json"), StandardCharsets.UTF_8);
		assertThat(contents).contains(hash(row));
		entries.put("backup.json", contents.replace(hash(row), hash("[\"run\"]")).getBytes(StandardCharsets.UTF_8));
		assertRefused(written(sealed(entries)), "restore.damaged", "lease");
	}

	/** A few bytes of a packed file may be more than the memory. */
	@Test
	void isRefusedWhenItsDescriptionDoesNotEnd() throws IOException {
		Map<String, byte[]> entries = entries(sound);
		String contents = new String(entries.get("backup.json"), StandardCharsets.UTF_8);
		entries.put("backup.json", (" ".repeat(65 << 20) + contents).getBytes(StandardCharsets.UTF_8));
		assertRefused(written(sealed(entries)), "restore.damaged", "backup.json");
	}

	private static String hash(String text) {
		return HexFormat.of().formatHex(Archive.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** As this program wrote them before it sealed them. */
	@Test
	void backupOfTheFirstFormIsRestored() throws IOException {
		Map<String, byte[]> entries = changed("backup.json", "\"format\" : 2", "\"format\" : 1");
		entries.remove("backup.sha256");
		entries.put("backup.json",
				new String(entries.get("backup.json"), StandardCharsets.UTF_8)
					.replaceFirst("\"filesSum\" : \"[0-9a-f]+\",", "")
					.getBytes(StandardCharsets.UTF_8));
		try (Site site = site(House.newHome(), TestDatabase.H2.fresh())) {
			assertThat(site.restore(written(entries)).different()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "digest", "facts", "findings" })
	void digestThatIsNotThatOfTheBackupIsNamed(String part) throws IOException {
		Path file = written(
				sealed(changed("backup.json", "\"" + part + "\" : \"[0-9a-f]{4}", "\"" + part + "\" : \"0000")));
		try (Site site = site(House.newHome(), TestDatabase.H2.fresh())) {
			assertThat(site.restore(file).different()).containsExactly(part);
		}
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

	/** A key that is there twice is found out by the database alone. */
	@Test
	void placeThatWasFilledHalfwayIsNotUsed() throws IOException {
		Map<String, byte[]> entries = entries(sound);
		String rows = new String(entries.get("tables/submission.jsonl"), StandardCharsets.UTF_8);
		String twice = rows.replaceFirst("(?m)^\\[\"2\",", "[\"1\",");
		assertThat(twice).isNotEqualTo(rows);
		entries.put("tables/submission.jsonl", twice.getBytes(StandardCharsets.UTF_8));
		String contents = new String(entries.get("backup.json"), StandardCharsets.UTF_8);
		entries.put("backup.json", contents.replace(sum(rows), sum(twice)).getBytes(StandardCharsets.UTF_8));
		Path file = written(sealed(entries));
		Connection connection = TestDatabase.H2.fresh();
		Path home = House.newHome();
		try (Site site = site(home, connection)) {
			assertThatThrownBy(() -> site.restore(file)).isInstanceOfSatisfying(Unfinished.class,
					(stopped) -> assertThat(stopped.reason().code()).isEqualTo("restore.broke-off"));
		}
		try (House house = House.at(connection, home)) {
			assertThatThrownBy(house::night).isInstanceOfSatisfying(LeaseHeld.class,
					(held) -> assertThat(held.isUnfinishedRestore()).isTrue());
		}
		try (Site site = site(House.newHome(), connection)) {
			assertThatThrownBy(() -> site.backup(folder.resolve("half.zip"))).isInstanceOf(LeaseHeld.class);
			assertThatThrownBy(() -> site.restore(sound)).isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.reason().code()).isEqualTo("restore.unfinished-before"));
		}
	}

	/** The hash of all lines, in whatever order they are. */
	private static String sum(String lines) {
		BigInteger sum = lines.lines()
			.map((line) -> new BigInteger(hash(line), 16))
			.reduce(BigInteger.ZERO, BigInteger::add);
		return String.format("%064x", sum.mod(BigInteger.ONE.shiftLeft(256)));
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
	private static Map<String, byte[]> changed(String name, String from, String to) throws IOException {
		Map<String, byte[]> entries = entries(sound);
		for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
			String text = new String(entry.getValue(), StandardCharsets.ISO_8859_1);
			if (entry.getKey().startsWith(name) && Pattern.compile(from).matcher(text).find()) {
				entry.setValue(
						text.replaceFirst(from, Matcher.quoteReplacement(to)).getBytes(StandardCharsets.ISO_8859_1));
				return entries;
			}
		}
		throw new AssertionError("no " + from + " in " + name);
	}

	private static Map<String, byte[]> sealed(Map<String, byte[]> entries) {
		String contents = new String(entries.get("backup.json"), StandardCharsets.UTF_8);
		entries.put("backup.sha256", (hash(contents) + "  backup.json\n").getBytes(StandardCharsets.UTF_8));
		return entries;
	}

	private static Path written(Map<String, byte[]> entries) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
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
