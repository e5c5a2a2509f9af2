package org.dudao.batch;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The whole as it is installed: {@code serve} runs its nights by schedule, a real
 * Prometheus scrapes it by the shipped rules, and a real Alertmanager tells of a county
 * whose file is broken, until its correction has come.
 */
class MonitoredNightTests {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static final Duration GLANCE = Duration.ofMillis(500);

	private static final int YEAR = Year.now().getValue() - 2;

	private static final String BROKEN = "420606";

	/** Each looks back a day, or at what has not happened here. */
	private static final Set<String> WITHOUT_DATA = Set.of("quality.json Breaches against a day ago · 较前一日增减 A");

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<Process> watching = new ArrayList<>();

	@TempDir
	private Path directory;

	private int serve;

	private int prometheus;

	private int alertmanager;

	@BeforeEach
	void start() throws IOException {
		for (Tool tool : List.of(Tool.PROMETHEUS, Tool.ALERTMANAGER)) {
			assumeTrue(tool.isThere(), tool.missing());
		}
		this.serve = port();
		this.prometheus = port();
		this.alertmanager = port();
		Path told = adapted("alertmanager/alertmanager.yml", "(group_\\w+): \\w+", "$1: 1s");
		this.watching.add(Tool.ALERTMANAGER.start(this.directory.resolve("alertmanager.txt"), "--config.file=" + told,
				"--storage.path=" + this.directory.resolve("alerts"), "--cluster.listen-address=",
				"--web.listen-address=127.0.0.1:" + this.alertmanager));
		adapted("prometheus/rules/dudao.yml", "for: \\w+", "for: 1s");
		Path config = adapted("prometheus/prometheus.yml", "_interval: 30s", "_interval: 1s", "dudao:8081",
				"127.0.0.1:" + this.serve, "alertmanager:9093", "127.0.0.1:" + this.alertmanager);
		this.watching.add(Tool.PROMETHEUS.start(this.directory.resolve("prometheus.txt"), "--config.file=" + config,
				"--storage.tsdb.path=" + this.directory.resolve("series"), "--rules.alert.resend-delay=1s",
				"--web.listen-address=127.0.0.1:" + this.prometheus));
	}

	@AfterEach
	void stop() {
		this.watching.forEach(Process::destroyForcibly);
	}

	/** What is shipped, quickened and with addresses of this machine. */
	private Path adapted(String file, String... replacements) throws IOException {
		String text = Files.readString(Path.of("monitoring").resolve(file));
		for (int i = 0; i < replacements.length; i += 2) {
			String before = text;
			text = text.replaceAll(replacements[i], replacements[i + 1]);
			assertThat(text).as(replacements[i]).isNotEqualTo(before);
		}
		Path copy = this.directory.resolve(file);
		Files.createDirectories(copy.getParent());
		return Files.writeString(copy, text);
	}

	private static int port() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Two counties are due. A night begins one minute from now, and from the minute after
	 * it another one every 20 seconds.
	 */
	private Path catalogue(ZonedDateTime night) throws IOException {
		String later = IntStream.rangeClosed(1, 30)
			.mapToObj((minute) -> String.valueOf((night.getMinute() + minute) % 60))
			.collect(Collectors.joining(","));
		Path jobs = this.directory.resolve("jobs");
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Files.writeString(jobs.resolve("nightly.yaml"), """
				areas: ["420602", "%s"]
				schedules:
				  - {name: tonight, cron: "%d %d %d * * *", zone: Asia/Shanghai}
				  - {name: again, cron: "*/20 %s * * * *", zone: Asia/Shanghai}
				deadlines:
				  - {feed: funding, levels: [county], after: end, due: 03-31, grace: 10, since: %d}
				""".formatted(BROKEN, night.getSecond(), night.getMinute(), night.getHour(), later, YEAR));
		return jobs;
	}

	private void send(String county, String file, String text) throws IOException {
		Path path = this.directory.resolve("inbox").resolve(county).resolve(file);
		Files.createDirectories(path.getParent());
		Path whole = Files.writeString(this.directory.resolve(file), text);
		Files.move(whole, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
	}

	private static String broken() {
		StringBuilder text = new StringBuilder(Sheets.funding(BROKEN, YEAR, 1000, 12_000_000L));
		for (int i = 0; i < 25; i++) {
			text.append(
					Sheets.fundingRow(BROKEN, YEAR, "初中", 900 + i, 13_000_000L).replace("," + (900 + i) + ",", ",九百,"));
		}
		return text.toString();
	}

	@Test
	void brokenCountyRaisesItsAlertAndItsCorrectionEndsIt() throws IOException {
		Files.createDirectories(this.directory.resolve("inbox"));
		Path home = Files.createDirectories(this.directory.resolve("home"));
		ZonedDateTime night = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"))
			.plusMinutes(1)
			.truncatedTo(ChronoUnit.SECONDS);
		Program dudao = Program.start(home, null, Map.of("DUDAO_METRICS_FRESH", "1s"), catalogue(night), "serve",
				"--inbox", this.directory.resolve("inbox").toString(), "--port", String.valueOf(this.serve));
		try {
			// A counter that is first seen after the night would not be seen to grow.
			Wait.until("the first scrape", PATIENCE, GLANCE, () -> isSeen("dudao:rows:total"));
			send("420602", "first.csv", Sheets.funding("420602", YEAR, 1000, 12_000_000L));
			send("420602", "second.csv", Sheets.funding("420602", YEAR + 1, 1000, 11_000_000L));
			send(BROKEN, "next.csv", Sheets.funding(BROKEN, YEAR + 1, 1000, 12_000_000L));
			send(BROKEN, "broken.csv", broken());
			send("420607", "a.csv", Sheets.funding("420607", YEAR, 1000, 12_000_000L));
			send("420607", "b.csv", Sheets.funding("420607", YEAR, 1000, 12_500_000L));
			Wait.until("the end of the night that was due", PATIENCE, GLANCE, () -> isSeen(
					"dudao_schedule_last_done_timestamp_seconds{schedule=\"tonight\"} == " + night.toEpochSecond()));
			Wait.until("the alerts of the night", PATIENCE, GLANCE,
					() -> isTold("funding: 1 overdue in 襄阳市") && fires("DudaoHeldFilesWaiting"));
			JsonNode alert = alerts("DudaoDataOverdue").get(0);
			assertThat(alert.get("labels").get("city").asString()).isEqualTo("420600");
			assertThat(alert.get("receivers").get(0).get("name").asString()).isEqualTo("officers");
			assertEveryExpressionHasData();
			assertEveryMetricIsDescribed();
			assertThat(query(Expressions.alerts().get("DudaoRejectedShareJumped"))).isNotEmpty();
			send(BROKEN, "corrected.csv", Sheets.funding(BROKEN, YEAR, 1000, 12_000_000L));
			Wait.until("the end of the alert", PATIENCE, GLANCE, () -> !fires("DudaoDataOverdue"));
			assertThat(fires("DudaoHeldFilesWaiting")).as("nobody has decided yet").isTrue();
			assertThat(query("max(dudao_overdue_submissions)").get(0).get("value").get(1).asString()).isEqualTo("0");
		}
		catch (AssertionError failed) {
			failed.addSuppressed(new AssertionError(dudao.output()));
			throw failed;
		}
		finally {
			dudao.kill();
		}
	}

	private boolean isSeen(String expression) {
		JsonNode answer = get(this.prometheus, "/api/v1/query?query=" + encoded(expression));
		return answer.has("data") && !answer.get("data").get("result").isEmpty();
	}

	private boolean isTold(String overdue) {
		JsonNode alerts = alerts("DudaoDataOverdue");
		return alerts.size() == 1 && alerts.get(0).get("annotations").get("summary").asString().equals(overdue);
	}

	/** Alerts need only be answered; what they look for has not all happened. */
	private void assertEveryExpressionHasData() throws IOException {
		for (Map.Entry<String, String> panel : Expressions.panels().entrySet()) {
			if (WITHOUT_DATA.contains(panel.getKey())) {
				query(panel.getValue());
			}
			else {
				awaitData(panel.getKey(), panel.getValue());
			}
		}
		Expressions.alerts().values().forEach(this::query);
		for (Map<String, Object> recorded : Expressions.rules("record")) {
			awaitData(recorded.get("record").toString(), (String) recorded.get("expr"));
		}
	}

	/** A rate needs two scrapes, and what is recorded a round of the rules. */
	private void awaitData(String what, String expression) {
		Wait.until(what + ": " + expression, PATIENCE, GLANCE, () -> !query(expression).isEmpty());
	}

	private void assertEveryMetricIsDescribed() throws IOException {
		Set<String> described = Pattern.compile("`(dudao_\\w+)`")
			.matcher(Files.readString(Path.of("monitoring/README.md")))
			.results()
			.map((name) -> name.group(1))
			.collect(Collectors.toSet());
		Set<String> told = query("count by (__name__) ({__name__=~\"dudao_.*\"})").valueStream()
			.map((series) -> series.get("metric").get("__name__").asString())
			.collect(Collectors.toSet());
		assertThat(told).isEqualTo(described);
	}

	private boolean fires(String alert) {
		return !alerts(alert).isEmpty();
	}

	private JsonNode alerts(String alert) {
		return get(this.alertmanager, "/api/v2/alerts?active=true&filter=" + encoded("alertname=\"" + alert + "\""));
	}

	/** What Prometheus answers; it must be no error. */
	private JsonNode query(String expression) {
		JsonNode answer = get(this.prometheus, "/api/v1/query?query=" + encoded(expression));
		assertThat(answer.get("status").asString()).as(expression + ": " + answer).isEqualTo("success");
		return answer.get("data").get("result");
	}

	private JsonNode get(int port, String path) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
			HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			// A server that still reads its own files says so in words.
			return (answer.statusCode() == 503) ? JsonMapper.shared().createArrayNode()
					: JsonMapper.shared().readTree(answer.body());
		}
		catch (java.net.ConnectException notYet) {
			return JsonMapper.shared().createArrayNode();
		}
		catch (IOException | InterruptedException fault) {
			throw new AssertionError(fault);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
