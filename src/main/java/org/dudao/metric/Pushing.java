package org.dudao.metric;

import java.io.IOException;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * Gives what is watched to a Pushgateway, for a process that ends before anybody could
 * ask it: what the database says and what Spring Batch measured in this process. What a
 * process is otherwise, its memory and threads, ends with it and is not given.
 */
public final class Pushing {

	private final Gateway gateway;

	private final BusinessMetrics own;

	private final PrometheusMeterRegistry registry;

	Pushing(Gateway gateway, BusinessMetrics own, PrometheusMeterRegistry registry) {
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
		PrometheusRegistry given = new PrometheusRegistry();
		given.register(this.own);
		MultiCollector batch = () -> this.registry.getPrometheusRegistry()
			.scrape((name) -> name.startsWith("spring_batch_"));
		given.register(batch);
		this.gateway.replace(given);
	}

	/** Who is given it. */
	public Gateway gateway() {
		return this.gateway;
	}

}
