package org.dudao.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.dudao.message.Messages;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One thing has one name, on the screen, in the documentation and on the alarms. */
class WordingTests {

	private static final Path CHINESE = Path.of("src/main/resources/org/dudao/messages_zh.properties");

	static Stream<Path> chinesePages() throws IOException {
		try (Stream<Path> pages = Files.list(Path.of("docs"))) {
			List<Path> all = pages.filter((page) -> page.toString().endsWith(".zh-CN.md")).sorted().toList();
			return Stream.concat(all.stream(), Stream.of(Path.of("README.zh-CN.md")));
		}
	}

	static Stream<Path> everythingInChinese() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("monitoring"))) {
			List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
			return Stream.of(chinesePages(), all.stream(), Stream.of(CHINESE)).flatMap((some) -> some);
		}
	}

	/** A feed is 数据表, and the inbox 收件夹. */
	@ParameterizedTest
	@MethodSource("everythingInChinese")
	void feedAndInboxHaveOneNameEach(Path file) throws IOException {
		assertThat(Files.readString(file)).doesNotContain("报表", "收件箱");
	}

	/** Chinese readers see the states as the program prints them. */
	@ParameterizedTest
	@MethodSource("chinesePages")
	void statesAreCalledAsTheProgramCallsThem(Path page) throws IOException {
		assertThat(Files.readString(page).split("\\W+"))
			.doesNotContainAnyElementsOf(Arrays.stream(SubmissionState.values()).map(Enum::name).toList());
	}

	@Test
	void guideListsEachStateByItsName() throws IOException {
		Messages chinese = new Messages(Locale.CHINESE);
		String guide = Files.readString(Path.of("docs/guide.zh-CN.md"));
		assertThat(SubmissionState.values())
			.allSatisfy((state) -> assertThat(guide).contains(chinese.text("state-name." + state)));
	}

}
