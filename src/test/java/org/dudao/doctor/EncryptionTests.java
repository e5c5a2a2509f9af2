package org.dudao.doctor;

import org.dudao.doctor.Check.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes over the net. Addresses are of networks that are for examples. */
class EncryptionTests {

	private static final String CIPHER = "TLS_AES_256_GCM_SHA384";

	@ParameterizedTest
	@CsvSource({ "jdbc:mysql://127.0.0.1:3306/dudao, , WELL", "jdbc:mysql://localhost/dudao?sslMode=DISABLED, , WELL",
			"jdbc:mysql://[::1]:3306/dudao, , WELL", "jdbc:mysql://192.0.2.7/dudao, , ADVICE",
			"jdbc:mysql://192.0.2.7:3306/dudao, yes, ADVICE",
			"jdbc:mysql://192.0.2.7/dudao?sslMode=REQUIRED, yes, ADVICE",
			"jdbc:mysql://192.0.2.7/dudao?a=b&sslMode=VERIFY_CA, yes, WELL",
			"jdbc:mysql://192.0.2.7/dudao?sslMode=verify_identity, yes, WELL",
			"'jdbc:mysql://192.0.2.7:3306,192.0.2.8:3306/dudao', , UNKNOWN",
			"jdbc:mysql://address=(host=192.0.2.7)(port=3306)/dudao, , UNKNOWN" })
	void farServerIsReachedEncryptedAndKnown(String url, String encrypted, Level level) {
		Check check = Encryption.of(url, (encrypted != null) ? CIPHER : "");
		assertThat(check.level()).isEqualTo(level);
		assertThat(check.change() != null).isEqualTo(level != Level.WELL);
	}

	@ParameterizedTest
	@CsvSource({ "jdbc:mysql://192.0.2.7/dudao?rewriteBatchedStatements=true, WELL",
			"jdbc:mysql://192.0.2.7/dudao?rewriteBatchedStatements=false, ADVICE",
			"jdbc:mysql://192.0.2.7/dudao?x=y&allowLoadLocalInfile=true, ADVICE",
			"jdbc:mysql://192.0.2.7/dudao?allowPublicKeyRetrieval=true, ADVICE",
			"jdbc:mysql://127.0.0.1/dudao?allowPublicKeyRetrieval=true, WELL" })
	void settingsThatSlowDownOrOpenADoorAreNamed(String url, Level level) {
		assertThat(Encryption.address(url).level()).isEqualTo(level);
	}

}
