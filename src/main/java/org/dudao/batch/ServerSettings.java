package org.dudao.batch;

import java.time.Duration;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * What the pool and the driver have to be told. The driver of MySQL and MariaDB is told
 * to be quick, unless the operator's address says otherwise: without the first of the
 * settings it sends row by row.
 */
public final class ServerSettings implements BeanPostProcessor {

	private static final Map<String, String> QUICK = Map.of("rewriteBatchedStatements", "true", "useLocalSessionState",
			"true", "cacheServerConfiguration", "true", "cachePrepStmts", "true", "prepStmtCacheSqlLimit", "4096");

	private static final String FILES = "allowLoadLocalInfile";

	/** What is idle in the pool says so often that it is alive. */
	private static final Duration ASKED = Duration.ofMinutes(2);

	private final Settings settings;

	private final @Nullable Duration silent;

	/** For a program with those settings. */
	public ServerSettings(Settings settings) {
		this(settings, null);
	}

	/**
	 * For a program with those settings whose transactions never pause for long. Of a
	 * machine that vanished or stands still the server would keep the connections, and
	 * the rows locked that they had written, for eight hours.
	 * @param silent after so long the server gives up a connection that says nothing;
	 * null for its own limit
	 */
	public ServerSettings(Settings settings, @Nullable Duration silent) {
		this.settings = settings;
		this.silent = silent;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool) {
			if (this.settings.pool() < this.settings.leastPool()) {
				throw new BadSetting("setting.pool", this.settings.pool(), this.settings.workers(),
						this.settings.leastPool());
			}
			tell(pool, this.settings);
			if (this.silent != null && isServer(pool)) {
				add(pool, "sessionVariables", "sessionVariables", "wait_timeout=" + this.silent.toSeconds());
				pool.setKeepaliveTime(ASKED.toMillis());
			}
		}
		return bean;
	}

	/** Tells the pool and the driver. */
	public static void tell(HikariDataSource pool, Settings settings) {
		pool.setMaximumPoolSize(settings.pool());
		if (isServer(pool)) {
			QUICK.forEach((setting, value) -> add(pool, setting, setting, value));
			// A server can ask the driver for any file that this lets it have.
			add(pool, FILES + "=false", FILES + "InPath", settings.loading().toAbsolutePath().toString());
		}
	}

	private static boolean isServer(HikariDataSource pool) {
		return pool.getJdbcUrl().startsWith("jdbc:mysql:");
	}

	private static void add(HikariDataSource pool, String unless, String setting, String value) {
		if (!pool.getJdbcUrl().contains(unless)) {
			pool.addDataSourceProperty(setting, value);
		}
	}

}
