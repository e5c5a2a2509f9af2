package org.dudao.batch;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * What the driver of MySQL and MariaDB has to be told to be quick, unless the operator's
 * address says otherwise: without the first of them it sends row by row.
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
		if (bean instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:mysql:")) {
			QUICK.forEach((setting, value) -> add(pool, setting, setting, value));
			// A server can ask the driver for any file that this lets it have.
			add(pool, FILES + "=false", FILES + "InPath", this.settings.loading().toAbsolutePath().toString());
		}
		return bean;
	}

	private static void add(HikariDataSource pool, String unless, String setting, String value) {
		if (!pool.getJdbcUrl().contains(unless)) {
			pool.addDataSourceProperty(setting, value);
		}
	}

}
