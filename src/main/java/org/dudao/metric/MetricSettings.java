package org.dudao.metric;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How it is found out what is watched.
 *
 * @param fresh for how long an answer of the database is good, at least; 0 asks each time
 * @param patience how long the database is waited for; shorter than Prometheus waits for
 * the whole
 * @param pushgateway where a single night gives its metrics, such as
 * {@code http://pushgateway:9091}; null for nowhere
 */
@ConfigurationProperties("dudao.metrics")
record MetricSettings(@DefaultValue("15s") Duration fresh, @DefaultValue("5s") Duration patience,
		@Nullable String pushgateway) {

	/**
	 * The address of the Pushgateway, null for none.
	 * @throws IllegalArgumentException when it is no address
	 */
	@Nullable URI gateway() {
		if (this.pushgateway == null || this.pushgateway.isBlank()) {
			return null;
		}
		URI address = URI.create(this.pushgateway.strip());
		if (address.getHost() == null) {
			throw new IllegalArgumentException("DUDAO_PUSHGATEWAY: expected an address such as http://host:9091");
		}
		return address;
	}

}
