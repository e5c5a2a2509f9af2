package org.dudao.metric;

import java.io.IOException;
import java.net.URI;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import io.prometheus.metrics.exporter.pushgateway.Scheme;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is watched to a Pushgateway, for a process that ends before anybody could
 * ask it: what the database says and what Spring Batch measured in this process. What a
 * process is otherwise, its memory and threads, ends with it and is not given.
 */
public final class Pushing {

	private static final String JOB = "dudao-nightly";

	private final @Nullable URI gateway;

	private final BusinessMetrics own;

	private final PrometheusMeterRegistry registry;

	Pushing(@Nullable URI gateway, BusinessMetrics own, PrometheusMeterRegistry registry) {
		this.gateway = gateway;
		this.own = own;
		this.registry = registry;
	}

	/**
	 * Puts all in the place of what was given before; does nothing where no gateway is
	 * configured.
	 * @throws IOException when the gateway cannot be reached or refuses
	 */
	public void push() throws IOException {
		if (this.gateway != null) {
			PrometheusRegistry given = new PrometheusRegistry();
			given.register(this.own);
			MultiCollector batch = () -> this.registry.getPrometheusRegistry()
				.scrape((name) -> name.startsWith("spring_batch_"));
			given.register(batch);
			gateway(this.gateway, given).push();
		}
	}

	private static PushGateway gateway(URI address, PrometheusRegistry given) {
		PushGateway.Builder gateway = PushGateway.builder()
			.address(address.getHost() + ":" + port(address))
			.scheme("https".equals(address.getScheme()) ? Scheme.HTTPS : Scheme.HTTP)
			.format(Format.PROMETHEUS_TEXT)
			.job(JOB)
			.registry(given);
		String[] user = (address.getUserInfo() != null) ? address.getUserInfo().split(":", 2) : new String[0];
		return ((user.length == 2) ? gateway.basicAuth(user[0], user[1]) : gateway).build();
	}

	private static int port(URI address) {
		if (address.getPort() >= 0) {
			return address.getPort();
		}
		return "https".equals(address.getScheme()) ? 443 : 80;
	}

	/** The gateway as it may be shown: without user and password. */
	public String address() {
		return (this.gateway != null) ? this.gateway.getHost() + ":" + port(this.gateway) : "";
	}

}
