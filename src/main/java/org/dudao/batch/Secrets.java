package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Passwords and users that are read from files, so that they stand in no environment: the
 * file that {@code DUDAO_DB_PASSWORD_FILE} names is as good as {@code DUDAO_DB_PASSWORD}.
 * It also tells Flyway of the user for migrations, when there is one.
 */
final class Secrets implements EnvironmentPostProcessor {

	private static final List<String> NAMES = List.of("DUDAO_DB_URL", "DUDAO_DB_USER", "DUDAO_DB_PASSWORD",
			"DUDAO_DB_MIGRATION_USER", "DUDAO_DB_MIGRATION_PASSWORD");

	private static final String FILE = "_FILE";

	/** As a setting of the driver, or before the name of the host. */
	private static final Pattern IN_ADDRESS = Pattern.compile("[?&;,(]password\\d?=|//[^/@]*:[^/@]*@",
			Pattern.CASE_INSENSITIVE);

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> read = new HashMap<>();
		for (String name : NAMES) {
			String file = environment.getProperty(name + FILE);
			if (StringUtils.hasText(file)) {
				if (StringUtils.hasText(environment.getProperty(name))) {
					throw new BadSetting("setting.secret-twice", name, name + FILE);
				}
				read.put(name, read(name + FILE, Path.of(file)));
			}
		}
		// A variable that is set to nothing must not hide what the file says.
		environment.getPropertySources().addFirst(new MapPropertySource("files of secrets", read));
		// Faults quote the address, in the log and on the screen.
		if (IN_ADDRESS.matcher(environment.getProperty("DUDAO_DB_URL", "")).find()) {
			throw new BadSetting("setting.password-in-url");
		}
		if (StringUtils.hasText(environment.getProperty("DUDAO_DB_MIGRATION_USER"))) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("user for migrations", Map.of("spring.flyway.user",
						"${DUDAO_DB_MIGRATION_USER}", "spring.flyway.password", "${DUDAO_DB_MIGRATION_PASSWORD:}")));
		}
	}

	/** Editors end a file with a line end, which is no part of a password. */
	private static String read(String setting, Path file) {
		try {
			return Files.readString(file).replaceFirst("\\R\\z", "");
		}
		catch (IOException fault) {
			throw new BadSetting("setting.secret-file", setting, file, fault.getClass().getSimpleName());
		}
	}

}
