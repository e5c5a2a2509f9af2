package org.dudao.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.dudao.submission.Archive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Maven comes to a machine that has nothing but a JDK, and it is the Maven that was
 * meant.
 */
class WrapperTests {

	private static final Path WRAPPER = Path.of(".mvn/wrapper");

	/**
	 * The type "only-script" takes another archive where unzip is missing, which the sum
	 * then refuses.
	 */
	@Test
	void javaUnpacksMavenAndBothAreTheOnesThatWereMeant() throws IOException {
		Properties wrapper = new Properties();
		try (Reader text = Files.newBufferedReader(WRAPPER.resolve("maven-wrapper.properties"))) {
			wrapper.load(text);
		}
		assertThat(wrapper).containsEntry("distributionType", "bin");
		assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
		assertThat(wrapper.getProperty("wrapperSha256Sum"))
			.isEqualTo(Archive.hash(WRAPPER.resolve("maven-wrapper.jar")));
	}

}
