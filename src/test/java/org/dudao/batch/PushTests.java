package org.dudao.batch;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A night that is a process of its own tells a real Pushgateway. */
class PushTests {

	private static final int DONE = 0;

	private static final int USAGE = 1;

	private static final int FAILED = 3;

	private static final String[] OF_THE_NIGHT = { "instance=\"\"", "job=\"dudao-nightly\"" };

	@TempDir
	private Path home;

	private int port;

	private Process gateway;

	@BeforeEach
	void start() throws IOException {
		assumeTrue(Tool.PUSHGATEWAY.isThere(), Tool.PUSHGATEWAY.missing());
		try (ServerSocket socket = new ServerSocket(0)) {
			this.port = socket.getLocalPort();
		}
		this.gateway = Tool.PUSHGATEWAY.start(this.home.resolve("gateway.txt"),
				"--web.listen-address=127.0.0.1:" + this.port);
		Wait.until("the gateway", Duration.ofMinutes(1), Duration.ofMillis(100), () -> !kept().isEmpty());
		Path inbox = Files.createDirectories(this.home.resolve("inbox/420602"));
		Files.writeString(inbox.resolve("funding.csv"), Sheets.funding("420602", 2024, 1000, 12_000_000L));
	}

	@AfterEach
	void stop() {
		if (this.gateway != null) {
			this.gateway.destroyForcibly();
		}
	}

	private String kept() {
		try {
			HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/metrics")).build();
			return HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException | InterruptedException notYet) {
			return "";
		}
	}

	private Program night(String gateway) {
		return night(gateway, this.home.resolve("inbox"), Path.of("jobs"), Map.of());
	}

	private Program night(String gateway, Path inbox, Path jobs, Map<String, String> more) {
		Map<String, String> environment = new HashMap<>(more);
		environment.put("DUDAO_PUSHGATEWAY", gateway);
		return Program.start(this.home, null, environment, jobs, "nightly", "--inbox", inbox.toString());
	}

	private String gateway() {
		return "http://127.0.0.1:" + this.port;
	}

	@Test
	void gatewayKeepsWhatTheNightSaidLast() {
		Program first = night(gateway());
		assertThat(first.exitCode()).as(first.output()).isEqualTo(DONE);
		Scrape kept = Scrape.of(kept());
		assertThat(kept.value("dudao_rows_total", "feed=\"funding\"", "instance=\"\"", "job=\"dudao-nightly\"",
				"outcome=\"accepted\""))
			.isOne();
		assertThat(kept.value("dudao_step_duration_seconds", "batch_job=\"nightly\"", "instance=\"\"",
				"job=\"dudao-nightly\"", "step=\"judge\""))
			.isPositive();
		assertThat(kept.beginning("spring_batch_job_seconds_count")).isNotEmpty();
		assertThat(kept.beginning("jvm_")).allSatisfy((series, value) -> assertThat(series).doesNotContain("nightly"));
		assertThat(night(gateway()).exitCode()).isEqualTo(DONE);
		assertThat(Scrape.of(kept())
			.value("dudao_runs_total", "batch_job=\"nightly\"", "instance=\"\"", "job=\"dudao-nightly\"",
					"outcome=\"done\""))
			.isEqualTo(2);
	}

	private void assertOnlyTheFailureIsNew(Program night, int code, String said) {
		assertThat(night.exitCode()).as(night.output()).isEqualTo(code);
		assertThat(night.output()).contains(said).doesNotContain("Pushgateway").doesNotContain("\tat ");
		Scrape kept = Scrape.of(kept());
		assertThat(kept.value("dudao_last_night_failed", OF_THE_NIGHT)).isOne();
		assertThat(kept.value("dudao_snapshot_success", OF_THE_NIGHT)).isOne();
	}

	private void sayThatItWasGood() throws IOException {
		HttpRequest say = HttpRequest.newBuilder(URI.create(gateway() + "/metrics/job/dudao-nightly"))
			.POST(HttpRequest.BodyPublishers
				.ofString("# TYPE dudao_last_night_failed gauge\ndudao_last_night_failed 0\n"))
			.build();
		try {
			assertThat(HttpClient.newHttpClient().send(say, HttpResponse.BodyHandlers.ofString()).statusCode())
				.isEqualTo(200);
		}
		catch (InterruptedException stop) {
			throw new AssertionError(stop);
		}
		assertThat(Scrape.of(kept()).value("dudao_last_night_failed", OF_THE_NIGHT)).isZero();
	}

	private Path brokenCatalogue() throws IOException {
		Path jobs = this.home.resolve("jobs");
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Path rules = jobs.resolve("rules/class-size.yaml");
		Files.writeString(rules, Files.readString(rules).replace("large-class-share, threshold", "no-such, threshold"));
		return jobs;
	}

	/** Each time the gateway still has the word of a good night. */
	@Test
	void nightThatCannotBeginIsToldAndTheRestStays() throws IOException {
		Path inbox = this.home.resolve("inbox");
		assertThat(night(gateway()).exitCode()).isEqualTo(DONE);
		assertThat(Scrape.of(kept()).value("dudao_last_night_failed", OF_THE_NIGHT)).isZero();
		assertOnlyTheFailureIsNew(night(gateway(), this.home.resolve("none"), Path.of("jobs"), Map.of()), USAGE,
				"none");
		sayThatItWasGood();
		assertOnlyTheFailureIsNew(
				night(gateway(), inbox, Path.of("jobs"), Map.of("DUDAO_DB_URL", "jdbc:mysql://127.0.0.1:1/nothing")),
				FAILED, "The database cannot be used");
		sayThatItWasGood();
		assertOnlyTheFailureIsNew(night(gateway(), inbox, brokenCatalogue(), Map.of()), USAGE, "no-such");
	}

	/** What holds up the archive leaves a run behind or not; either way it is told. */
	@Test
	void nightThatCannotTakeFilesInIsTold() throws IOException {
		assertThat(night(gateway()).exitCode()).isEqualTo(DONE);
		FileSystemUtils.deleteRecursively(this.home.resolve("archive"));
		Files.createFile(this.home.resolve("archive"));
		Files.writeString(this.home.resolve("inbox/420602/more.csv"), Sheets.funding("420602", 2023, 1000, 9_000_000L));
		Program night = night(gateway());
		assertThat(night.exitCode()).as(night.output()).isEqualTo(FAILED);
		assertThat(Scrape.of(kept()).value("dudao_last_night_failed", OF_THE_NIGHT)).isOne();
	}

	@Test
	void nightThatAnotherProcessKeepsFromBeginningHasNotFailed() throws SQLException {
		assertThat(night(gateway()).exitCode()).isEqualTo(DONE);
		try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + this.home.resolve("dudao")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", "dudao", "");
				Statement statement = database.createStatement()) {
			statement
				.execute("update lease set holder = 'another:1:0', expires_at = dateadd(hour, 1, current_timestamp)"
						+ " where name = 'run'");
		}
		Program second = night(gateway());
		assertThat(second.exitCode()).as(second.output()).isEqualTo(FAILED);
		assertThat(second.output()).contains("another");
		Scrape kept = Scrape.of(kept());
		assertThat(kept.value("dudao_last_night_failed", OF_THE_NIGHT)).isZero();
		assertThat(kept.value("dudao_lease_held", OF_THE_NIGHT)).isOne();
	}

	@Test
	void nightThatCannotBeginSaysSoToThePersonWhenTheGatewayIsGone() {
		this.gateway.destroyForcibly();
		Wait.until("the end of the gateway", () -> !this.gateway.isAlive());
		Program night = night("http://officer:secret@127.0.0.1:" + this.port, this.home.resolve("none"),
				Path.of("jobs"), Map.of());
		assertThat(night.exitCode()).isEqualTo(USAGE);
		assertThat(night.output()).contains("none")
			.contains("Pushgateway 127.0.0.1:" + this.port)
			.doesNotContain("secret")
			.doesNotContain("\tat ");
	}

	@Test
	void nightIsAsGoodAsItIsWhenTheGatewayIsGone() {
		this.gateway.destroyForcibly();
		Wait.until("the end of the gateway", () -> !this.gateway.isAlive());
		Program night = night("http://officer:secret@127.0.0.1:" + this.port);
		assertThat(night.exitCode()).isEqualTo(DONE);
		assertThat(night.output()).contains("Pushgateway 127.0.0.1:" + this.port)
			.contains("The night itself is not affected")
			.doesNotContain("secret")
			.doesNotContain("\tat ");
	}

}
