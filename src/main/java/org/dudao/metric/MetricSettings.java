package org.dudao.metric;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;

import org.dudao.batch.BadSetting;
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

	private static final Set<String> SCHEMES = Set.of("http", "https");

	/**
	 * The address of the Pushgateway, null for none.
	 * @throws BadSetting when it is no address; since there may be a password in it, it
	 * is not quoted
	 */
	@Nullable URI gateway() {
		return address(this.pushgateway);
	}

	/** The same of such a setting. */
	static @Nullable URI address(@Nullable String pushgateway) {
		if (pushgateway == null || pushgateway.isBlank()) {
			return null;
		}
		try {
			URI address = new URI(pushgateway.strip());
			if (address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()))) {
				return address;
			}
		}
		catch (URISyntaxException none) {
			// What it says quotes the address.
		}
		throw new BadSetting("setting.pushgateway");
	}

}
