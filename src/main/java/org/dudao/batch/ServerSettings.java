package org.dudao.batch;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;

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

	private final Settings settings;

	/** For a program with those settings. */
	public ServerSettings(Settings settings) {
		this.settings = settings;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool) {
			if (this.settings.pool() < this.settings.leastPool()) {
				throw new BadSetting("setting.pool", this.settings.pool(), this.settings.workers(),
						this.settings.leastPool());
			}
			tell(pool, this.settings);
		}
		return bean;
	}

	/** Tells the pool and the driver. */
	public static void tell(HikariDataSource pool, Settings settings) {
		pool.setMaximumPoolSize(settings.pool());
		if (pool.getJdbcUrl().startsWith("jdbc:mysql:")) {
			QUICK.forEach((setting, value) -> add(pool, setting, setting, value));
			// A server can ask the driver for any file that this lets it have.
			add(pool, FILES + "=false", FILES + "InPath", settings.loading().toAbsolutePath().toString());
		}
	}

	private static void add(HikariDataSource pool, String unless, String setting, String value) {
		if (!pool.getJdbcUrl().contains(unless)) {
			pool.addDataSourceProperty(setting, value);
		}
	}

}
