package org.dudao.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of folders, and that those who ask are answered. */
class FolderHealthTests {

	@TempDir
	private Path folder;

	@Test
	@Timeout(60)
	void folderThatHangsIsNamedAndTheOthersAreLookedAt() {
		CountDownLatch hanging = new CountDownLatch(1);
		Path hung = this.folder.resolve("hung");
		FolderHealth folders = new FolderHealth(List.of(hung, this.folder), (path) -> {
			if (path.equals(hung)) {
				await(hanging);
			}
		}, Duration.ofSeconds(2));
		Health health = folders.health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry(hung.toString(), "does not answer")
			.containsEntry(this.folder.toString(), "usable");
		hanging.countDown();
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			throw new IOException(stop);
		}
	}

	@Test
	void folderThatCannotBeUsedIsSaidToBeSo() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		Path nowhere = this.folder.resolve("nowhere");
		Health health = FolderHealth.readable(List.of(this.folder, file, nowhere)).health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry(this.folder.toString(), "usable")
			.containsEntry(file.toString(), "is no folder")
			.containsEntry(nowhere.toString(), "is not there");
		assertThat(FolderHealth.writable(nowhere).health().getStatus()).isEqualTo(Status.UP);
		assertThat(nowhere).isEmptyDirectory();
	}

}
