package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that stays up, from the outside, after its first night. */
class ServeTests {

	private static final String SECRET = "geheim-7391";

	/** Stands in rows that are rejected. */
	private static final String CELL = "坏小学";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static H2Server server;

	private static House house;

	private static Program process;

	private static int port;

	@BeforeAll
	static void runANight() throws IOException {
		server = H2Server.start(SECRET);
		house = House.own(server.connection());
		Sheets.county().forEach(house::put);
		house.jdbc()
			.sql("insert into schedule_run (schedule, due_at, ended_at, outcome) values ('night', ?, ?, 'NEW')")
			.params(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.of(2026, 1, 1, 0, 0))
			.update();
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		process = Program.start(house.home(), house.connection(), "serve", "--port", String.valueOf(port), "--inbox",
				house.inbox().toString(), "--lang", "zh");
		Wait.until("the night is done", () -> house.count("schedule_run where outcome = 'DONE'") == 1);
		Wait.until("it answers", () -> status("/actuator/health/liveness") == 200);
	}

	@AfterAll
	static void end() {
		process.terminate();
		process.exitCode();
		house.close();
		server.close();
	}

	private static HttpResponse<String> get(String path) throws IOException {
		try {
			return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException stop) {
			throw new AssertionError(stop);
		}
	}

	private static int status(String path) {
		try {
			return get(path).statusCode();
		}
		catch (ConnectException notYet) {
			return 0;
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static JsonNode health() throws IOException {
		return JsonMapper.shared().readTree(get("/actuator/health").body());
	}

	@Test
	void saysThatItIsWellAndWhenTheLastGoodRunWas() throws IOException {
		JsonNode health = health();
		assertThat(health.at("/status").asString()).as(health.toString()).isEqualTo("UP");
		assertThat(health.at("/components").propertyNames()).contains("db", "inbox", "outbox", "archive", "nights");
		assertThat(health.at("/components/nights/details/ageSeconds").isNumber()).isTrue();
		assertThat(health.at("/components/nights/details/night/done").asBoolean()).isTrue();
		assertThat(status("/actuator/health/readiness")).isEqualTo(200);
	}

	@Test
	void isNotReadyWithoutItsInboxButNeedNotBeStartedAnew() throws IOException {
		Path away = house.home().resolve("away");
		Files.move(house.inbox(), away);
		assertThat(status("/actuator/health/readiness")).isEqualTo(503);
		JsonNode inbox = health().at("/components/inbox");
		assertThat(inbox.at("/status").asString()).isEqualTo("DOWN");
		assertThat(inbox.at("/details").get(house.inbox().toString()).asString()).isEqualTo("is not there");
		assertThat(status("/actuator/health/liveness")).isEqualTo(200);
		Files.move(away, house.inbox());
		assertThat(status("/actuator/health/readiness")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "outbox", "archive" })
	void isNotReadyWithoutAFolderThatItWritesTo(String folder) throws IOException {
		Path place = house.home().resolve(folder);
		Path away = house.home().resolve("away");
		Files.move(place, away);
		Files.createFile(place);
		assertThat(status("/actuator/health/readiness")).isEqualTo(503);
		assertThat(health().at("/components/" + folder + "/status").asString()).isEqualTo("DOWN");
		Files.delete(place);
		Files.move(away, place);
		assertThat(status("/actuator/health/readiness")).isEqualTo(200);
		assertThat(FileSystemUtils.deleteRecursively(away.toFile())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jvm_memory_used_bytes", "hikaricp_connections", "process_cpu_usage", "spring_batch_job" })
	void isMeasured(String name) throws IOException {
		assertThat(get("/actuator/prometheus").body()).contains("\n" + name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/actuator/env", "/actuator/configprops", "/actuator/beans", "/actuator/heapdump",
			"/actuator/loggers", "/actuator/shutdown", "/actuator/threaddump", "/index.html" })
	void answersNothingElse(String path) {
		assertThat(status(path)).isEqualTo(404);
	}

	@Test
	void eachLineOfItsLogIsAnObjectThatSaysWhatItIsAbout() throws IOException {
		List<JsonNode> lines = process.output().lines().map((line) -> JsonMapper.shared().readTree(line)).toList();
		assertThat(lines).isNotEmpty().allSatisfy((line) -> assertThat(line.has("@timestamp")).isTrue());
		List<JsonNode> files = lines.stream()
			.filter((line) -> line.at("/message").asString().startsWith("Step: [loadFile:"))
			.toList();
		assertThat(files).isNotEmpty().allSatisfy((line) -> {
			assertThat(line.at("/run").asString()).isEqualTo("1");
			assertThat(line.at("/message").asString())
				.contains("submission-" + line.at("/submission").asString() + "]");
			assertThat(line.at("/region").asString()).startsWith("4206");
			assertThat(line.at("/feed").asString()).isIn("funding", "teacher-rotation");
		});
		assertThat(Files.readString(house.home().resolve("logs/serve.log")).lines().toList())
			.containsAll(process.output().lines().toList());
	}

	/** It was started in Chinese, and in the zone of Shanghai. */
	@Test
	void logIsInEnglishAndInUniversalTime() {
		assertThat(process.output().lines().map((line) -> JsonMapper.shared().readTree(line)))
			.allSatisfy((line) -> assertThat(line.at("/@timestamp").asString()).endsWith("Z"))
			.extracting((line) -> line.at("/message").asString())
			.allSatisfy((message) -> assertThat(message.replace(house.home().toString(), "")).matches("\\p{ASCII}*"))
			.anySatisfy(
					(message) -> assertThat(message).matches("The night of schedule night, due at .*Z, is done: .*"));
	}

	@Test
	void secondOneOnTheSamePortSaysSo() {
		Program second = Program.start(house.home(), house.connection(), "serve", "--port", String.valueOf(port));
		assertThat(second.exitCode()).isEqualTo(3);
		assertThat(second.output()).contains("Port " + port + " is in use by another process.");
	}

	@Test
	void tellsWhatItWorksWith() throws IOException {
		JsonNode info = JsonMapper.shared().readTree(get("/actuator/info").body());
		assertThat(info.at("/catalogue").asString()).hasSize(64);
		assertThat(info.at("/program").asString()).isNotEmpty();
	}

	@Test
	void tellsNeitherItsPasswordNorACellOfARejectedRow() throws IOException {
		assertThat(house.count("rejected_row")).isPositive();
		for (String said : List.of(process.output(), Files.readString(house.home().resolve("logs/serve.log")),
				get("/actuator/health").body(), get("/actuator/info").body(), get("/actuator/prometheus").body())) {
			assertThat(said).doesNotContain(SECRET).doesNotContain(CELL);
		}
	}

}
