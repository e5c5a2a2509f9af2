package org.dudao.metric;

import java.io.IOException;
import java.net.URI;

import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import io.prometheus.metrics.exporter.pushgateway.Scheme;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.dudao.batch.BadSetting;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/**
 * The Pushgateway to which a process gives its metrics that ends before anybody could ask
 * it. It keeps what it was given last, however old that is.
 */
public final class Gateway {

	private static final String JOB = "dudao-nightly";

	private final @Nullable URI address;

	Gateway(@Nullable URI address) {
		this.address = address;
	}

	/**
	 * The one that the settings name, for a night that has come to no context of Spring.
	 * Where they name none, or what is no address, nothing is ever given to it: whoever
	 * reads the settings next says what is wrong with them.
	 */
	public static Gateway ofTheSettings() {
		StandardEnvironment environment = new StandardEnvironment();
		try {
			ConfigDataEnvironmentPostProcessor.applyTo(environment);
			return new Gateway(MetricSettings
				.address(Binder.get(environment).bind("dudao.metrics.pushgateway", String.class).orElse(null)));
		}
		catch (BadSetting | IllegalStateException unlike) {
			return new Gateway(null);
		}
	}

	/**
	 * Says that the last night failed, and nothing else: whatever was given before stays
	 * as it is. It is for a night that could not begin, of which the database knows
	 * nothing or cannot be asked; without it the word of the night before would stand.
	 * @throws IOException when the gateway cannot be reached or refuses
	 */
	public void nightFailed() throws IOException {
		if (this.address != null) {
			PrometheusRegistry given = new PrometheusRegistry();
			given.register(() -> new MetricSnapshots(RunMeasures.nightFailed(true).snapshot()));
			to(this.address, given).pushAdd();
		}
	}

	/** Puts that in the place of all that was given before. */
	void replace(PrometheusRegistry given) throws IOException {
		if (this.address != null) {
			to(this.address, given).push();
		}
	}

	private static PushGateway to(URI address, PrometheusRegistry given) {
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

	/** Its address as it may be shown: without user and password. */
	public String shown() {
		return (this.address != null) ? this.address.getHost() + ":" + port(this.address) : "";
	}

}
