package org.dudao.doctor;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines as MySQL 8.4 and MariaDB 11.4 write them. */
class GrantsTests {

	private static final Set<String> NEEDED = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

	private static Grants of(String... lines) {
		return Grants.parse(List.of(lines), "dudao");
	}

	@Test
	void runtimeUserHasWhatIsNeededAndNoMore() {
		Grants grants = of(
				"GRANT USAGE ON *.* TO `dudao`@`%` IDENTIFIED BY PASSWORD '*A4B6157319038724E3560894F7F932C8'",
				"GRANT SELECT, INSERT, UPDATE, DELETE ON `dudao`.* TO `dudao`@`%`");
		assertThat(grants.missing(NEEDED)).isEmpty();
		assertThat(grants.beyond(NEEDED)).isEmpty();
		assertThat(grants.partly()).isFalse();
	}

	@Test
	void allPrivilegesAreAllThatIsNeededAndMore() {
		Grants grants = of("GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION",
				"GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION");
		assertThat(grants.missing(NEEDED)).isEmpty();
		assertThat(grants.beyond(NEEDED)).containsExactly("ALL PRIVILEGES", "GRANT OPTION");
		assertThat(grants.partly()).isFalse();
	}

	@Test
	void missingAreNamed() {
		assertThat(of("GRANT SELECT, LOCK TABLES ON `dudao`.* TO `r`@`%`").missing(NEEDED)).containsExactly("DELETE",
				"INSERT", "UPDATE");
	}

	@ParameterizedTest
	@CsvSource({ "`dudao`.*, true", "`dud%`.*, true", "`dudao\\_x`.*, false", "`duda_`.*, true", "`other`.*, false",
			"*.*, true", "`dudao2`.*, false" })
	void nameOfADatabaseMayBeAPattern(String scope, boolean covers) {
		assertThat(of("GRANT SELECT ON " + scope + " TO `a`@`%`").held().contains("SELECT")).isEqualTo(covers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "GRANT `readers`@`%` TO `a`@`%`", "GRANT readers TO a",
			"GRANT SELECT, INSERT (`a`, `b`) ON `dudao`.`slot` TO `a`@`%`" })
	void rolesAndSingleTablesAreNotAllThatThereIs(String line) {
		assertThat(of(line).partly()).isTrue();
		assertThat(of(line).held()).isEmpty();
	}

}
