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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dudao.submission.Holder;
import org.dudao.submission.Runs;
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

	private static final String PROMETHEUS = "/actuator/prometheus";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static H2Server server;

	private static House house;

	private static Program process;

	private static int port;

	private static Scrape before;

	@BeforeAll
	static void runANight() throws IOException {
		server = H2Server.start(SECRET);
		house = House.own(server.connection());
		Sheets.county().forEach(house::put);
		port = freePort();
		process = serve(port, Map.of());
		Wait.until("it answers", () -> status("/actuator/health/liveness") == 200);
		Wait.until("it knows its schedule", () -> house.count("schedule_run") == 1);
		before = Scrape.of(get(PROMETHEUS).body());
		// A schedule that is new begins with its next moment; this one is not new any
		// more.
		house.jdbc().sql("update schedule_run set due_at = ?").param(LocalDateTime.of(2026, 1, 1, 0, 0)).update();
		Wait.until("the night is done", () -> house.count("schedule_run where outcome = 'DONE'") == 1);
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
	}

	private static Program serve(int port, Map<String, String> more) {
		Map<String, String> environment = new HashMap<>(more);
		environment
			.putAll(Map.of("DUDAO_SCHEDULE_LOOK", "1s", "DUDAO_METRICS_FRESH", "0s", "DUDAO_METRICS_PATIENCE", "2m"));
		return Program.start(house.home(), house.connection(), environment, Path.of("jobs"), "serve", "--port",
				String.valueOf(port), "--inbox", house.inbox().toString(), "--lang", "zh");
	}

	private static Path logFile() {
		return house.home().resolve("logs/serve-" + Holder.here().host().replace('/', '-') + "-" + port + ".log");
	}

	@AfterAll
	static void end() {
		process.terminate();
		process.exitCode();
		house.close();
		server.close();
	}

	private static HttpResponse<String> get(String path) throws IOException {
		return get(port, path);
	}

	private static HttpResponse<String> get(int port, String path) throws IOException {
		try {
			return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException stop) {
			throw new AssertionError(stop);
		}
	}

	private static int status(String path) {
		return status(port, path);
	}

	private static int status(int port, String path) {
		try {
			return get(port, path).statusCode();
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
		assertThat(Files.readString(logFile()).lines().toList()).containsAll(process.output().lines().toList());
	}

	@Test
	void eachLineOfItsLogSaysWhichInstanceWroteIt() {
		assertThat(process.output().lines().map((line) -> JsonMapper.shared().readTree(line)))
			.allSatisfy((line) -> assertThat(line.at("/service/node/name").asString())
				.isEqualTo(Holder.here().host() + ":" + port))
			.allSatisfy((line) -> assertThat(line.at("/service/name").asString()).isEqualTo("dudao"))
			.allSatisfy((line) -> assertThat(line.at("/service/version").asString()).isEqualTo(Runs.program()));
	}

	@Test
	void eachLineOfTheNightToItsLastSaysTheRun() {
		List<JsonNode> lines = process.output().lines().map((line) -> JsonMapper.shared().readTree(line)).toList();
		String thread = "/process/thread/name";
		String nights = lines.stream()
			.filter((line) -> line.at("/message").asString().endsWith("is done: run 1"))
			.map((line) -> line.at(thread).asString())
			.findFirst()
			.orElseThrow();
		List<JsonNode> night = lines.stream()
			.filter((line) -> line.at(thread).asString().equals(nights))
			.dropWhile((line) -> !line.has("run"))
			.toList();
		assertThat(night).anySatisfy((line) -> assertThat(line.at("/message").asString()).startsWith("Run 1: "))
			.allSatisfy((line) -> assertThat(line.at("/run").asString()).as(line.toString()).isEqualTo("1"));
	}

	/** P16 to P18, as Prometheus sees them: of the night, and of a process after it. */
	@Test
	void scrapeShowsTheNightAndARestartLosesOnlyWhatIsOfTheProcess() throws IOException {
		Scrape after = Scrape.of(get(PROMETHEUS).body());
		assertThat(before.sum("dudao_runs_total")).isZero();
		assertThat(before.sum("dudao_rows_total")).isZero();
		assertThat(before.beginning("spring_batch_")).isEmpty();
		assertThat(after.sum("dudao_runs_total")).isOne();
		assertThat(after.value("dudao_rows_total", "feed=\"funding\"", "outcome=\"accepted\"")).isPositive();
		for (String step : List.of("load", "loadFile", "publish", "judge", "handOut")) {
			assertThat(after.beginning("spring_batch_step_seconds_count").keySet()).as(step)
				.anyMatch((series) -> series.contains("spring_batch_step_name=\"" + step + "\""));
		}
		assertThat(after.beginning("spring_batch_job_launch")).isEmpty();
		assertThat(after.series().keySet()).noneMatch((series) -> series.contains("submission-"));
		assertThat(after.beginning("spring_batch_job_seconds_count").keySet()).isNotEmpty()
			.allMatch((series) -> series.contains("spring_batch_job_status=\"COMPLETED\""));
		int second = freePort();
		Program restarted = serve(second, Map.of("DUDAO_SERVE_LOG", ""));
		Wait.until("it answers", () -> status(second, "/actuator/health/liveness") == 200);
		Scrape again = Scrape.of(get(second, PROMETHEUS).body());
		restarted.terminate();
		restarted.exitCode();
		for (String name : List.of("dudao_runs_total", "dudao_rows_total", "dudao_submissions", "dudao_open_findings",
				"dudao_sensors_fired_total", "dudao_last_good_night_timestamp_seconds",
				"dudao_step_duration_seconds")) {
			assertThat(again.beginning(name)).as(name).isNotEmpty().isEqualTo(after.beginning(name));
		}
		assertThat(again.beginning("spring_batch_")).isEmpty();
		assertThat(house.files("logs")).as("the second writes to standard output alone")
			.noneMatch((file) -> file.contains(String.valueOf(second)));
		assertThat(restarted.output()).contains("\"name\":\"" + Holder.here().host() + ":" + second);
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
		for (String said : List.of(process.output(), Files.readString(logFile()), get("/actuator/health").body(),
				get("/actuator/info").body(), get("/actuator/prometheus").body())) {
			assertThat(said).doesNotContain(SECRET).doesNotContain(CELL);
		}
	}

}
