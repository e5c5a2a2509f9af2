package org.dudao.batch;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A night that is a process of its own tells a real Pushgateway. */
class PushTests {

	private static final int DONE = 0;

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
		return Program.start(this.home, null, Map.of("DUDAO_PUSHGATEWAY", gateway), Path.of("jobs"), "nightly",
				"--inbox", this.home.resolve("inbox").toString());
	}

	@Test
	void gatewayKeepsWhatTheNightSaidLast() {
		Program first = night("http://127.0.0.1:" + this.port);
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
		assertThat(night("http://127.0.0.1:" + this.port).exitCode()).isEqualTo(DONE);
		assertThat(Scrape.of(kept())
			.value("dudao_runs_total", "batch_job=\"nightly\"", "instance=\"\"", "job=\"dudao-nightly\"",
					"outcome=\"done\""))
			.isEqualTo(2);
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
