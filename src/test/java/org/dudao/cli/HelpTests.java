package org.dudao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Each command says what it is for and what its options are, in both languages. */
class HelpTests {

	private static final String CHINESE = "(?s).*\\p{IsHan}.*";

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh" })
	void everyCommandHasAHeaderAndEveryOptionADescription(String language) {
		assertThat(commands(line(language))).hasSizeGreaterThan(15).allSatisfy((command) -> {
			String header = String.join("", command.usageMessage().header());
			assertThat(header).as(command.qualifiedName()).isNotBlank();
			List<ArgSpec> arguments = Stream.concat(command.options().stream(), command.positionalParameters().stream())
				.map(ArgSpec.class::cast)
				.toList();
			assertThat(arguments).allSatisfy((argument) -> assertThat(String.join("", argument.description()))
				.as(command.qualifiedName() + " " + argument.paramLabel() + " " + argument)
				.isNotBlank()
				.satisfies((text) -> assertThat(text.matches(CHINESE)).isEqualTo(language.equals("zh"))));
			assertThat(header.replace("督导", "").matches(CHINESE)).isEqualTo(language.equals("zh"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nightly", "import", "check", "rerun", "status", "submission", "rejects", "receipt",
			"findings", "explain", "indicators", "scorecard", "catalog", "catalog list", "catalog show",
			"catalog verify", "schema", "doctor", "digest", "serve" })
	void helpIsShownAndEndsInZero(String command) {
		StringWriter out = new StringWriter();
		CommandLine line = DudaoCommand.line(Object.class, new PrintWriter(out, true),
				new PrintWriter(new StringWriter()), Locale.ENGLISH);
		String[] words = Stream
			.concat(Arrays.stream(command.split(" ")).filter((word) -> !word.isEmpty()), Stream.of("--help"))
			.toArray(String[]::new);
		assertThat(line.execute(words)).isEqualTo(Exit.DONE);
		assertThat(out.toString()).contains("dudao", "--format", "--lang");
	}

	private static CommandLine line(String language) {
		return DudaoCommand.line(Object.class, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()),
				Locale.forLanguageTag(language));
	}

	private static Stream<CommandSpec> commands(CommandLine line) {
		return Stream.concat(Stream.of(line.getCommandSpec()),
				line.getSubcommands().values().stream().flatMap(HelpTests::commands));
	}

}
