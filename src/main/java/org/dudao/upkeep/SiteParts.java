package org.dudao.upkeep;

import org.dudao.batch.ServerSettings;
import org.dudao.batch.Settings;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The database with the settings of every command, and nothing else: above all, nothing
 * that would migrate it.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
class SiteParts {

	@Bean
	static ServerSettings serverSettings(Environment environment) {
		return new ServerSettings(settings(environment));
	}

	@Bean
	static Settings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate("dudao", Settings.class);
	}

	@Bean
	FlywayMigrationStrategy asItIs() {
		return (flyway) -> {
		};
	}

}
