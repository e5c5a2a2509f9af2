package org.dudao.metric;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.dudao.batch.WaitingFiles.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** An inbox of a network whose server has gone. */
class InboxLooksTests {

	private static final Path HUNG = Path.of("hung");

	private static final Path WELL = Path.of("well");

	private final CountDownLatch hanging = new CountDownLatch(1);

	private Optional<Found> look(Path inbox) {
		if (inbox.equals(HUNG)) {
			try {
				this.hanging.await();
			}
			catch (InterruptedException stop) {
				Thread.currentThread().interrupt();
			}
		}
		return Optional.of(new Found(inbox, Map.of()));
	}

	@Test
	@Timeout(60)
	void inboxThatHangsIsMissingUntilItAnswersAndTheOthersAreThere() {
		InboxLooks looks = new InboxLooks(this::look, Duration.ofMillis(200));
		assertThat(looks.at(HUNG)).isEmpty();
		assertThat(looks.at(HUNG)).isEmpty();
		assertThat(new InboxLooks(this::look, Duration.ofMinutes(1)).at(WELL)).isPresent();
		this.hanging.countDown();
		assertThat(Stream.generate(() -> looks.at(HUNG)).limit(150)).as("half a minute").anyMatch(Optional::isPresent);
	}

}
