package org.dudao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;

class GuideTests {

	@ParameterizedTest
	@ValueSource(strings = { "docs/guide.md", "docs/guide.zh-CN.md" })
	void namesEveryCommandWithEveryOption(Path guide) throws IOException {
		String text = Files.readString(guide);
		CommandLine line = DudaoCommand.line(Object.class, new PrintWriter(new StringWriter()),
				new PrintWriter(new StringWriter()), Locale.ENGLISH);

		assertThat(commands(line)).isNotEmpty().allSatisfy((command) -> {
			String name = command.qualifiedName().replaceFirst("^dudao ", "");
			assertThat(text).contains("`" + name);
			assertThat(command.options()).extracting(OptionSpec::longestName)
				.filteredOn((option) -> !option.equals("--version"))
				.allSatisfy((option) -> assertThat(text).contains("`" + option));
		});
	}

	private static Stream<CommandSpec> commands(CommandLine line) {
		return line.getSubcommands()
			.values()
			.stream()
			.flatMap((below) -> Stream.concat(Stream.of(below.getCommandSpec()), commands(below)));
	}

}
