package org.dudao.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a file of the catalogue as YAML, without anchors, in UTF-8. */
final class YamlFile {

	private YamlFile() {
	}

	/**
	 * Reads it.
	 * @return empty when there is nothing to go on with; the mistakes tell why
	 */
	static Optional<Yaml> read(String name, Path path, Mistakes mistakes) {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
		}
		catch (CharacterCodingException ex) {
			mistakes.add(name, "catalog.file.charset");
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Optional<Yaml> root = parse(name, text, mistakes);
		root.ifPresent((yaml) -> yaml.reportRepeatedKeys(mistakes));
		return root;
	}

	private static Optional<Yaml> parse(String name, String text, Mistakes mistakes) {
		try {
			for (Event event : yaml().parse(new StringReader(text))) {
				if (event instanceof NodeEvent part && part.getAnchor() != null) {
					mistakes
						.add(mistake(name, event.getStartMark(), Message.of("catalog.yaml.anchor", part.getAnchor())));
					return Optional.empty();
				}
			}
			Node node = yaml().compose(new StringReader(text));
			if (node == null) {
				mistakes.add(name, "catalog.file.empty");
				return Optional.empty();
			}
			return Optional.of(new Yaml(name, node));
		}
		catch (MarkedYAMLException ex) {
			mistakes.add(mistake(name, ex.getProblemMark(), Message.of("catalog.yaml", problem(ex))));
			return Optional.empty();
		}
		catch (YAMLException ex) {
			mistakes.add(name, "catalog.yaml", String.valueOf(ex.getMessage()));
			return Optional.empty();
		}
	}

	private static Mistake mistake(String name, @Nullable Mark mark, Message message) {
		return (mark != null) ? new Mistake(name, mark.getLine() + 1, mark.getColumn() + 1, message)
				: new Mistake(name, 0, 0, message);
	}

	private static String problem(MarkedYAMLException ex) {
		return (ex.getContext() != null) ? ex.getContext() + ", " + ex.getProblem() : String.valueOf(ex.getProblem());
	}

	private static org.yaml.snakeyaml.Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		DumperOptions unused = new DumperOptions();
		return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options), new Representer(unused), unused, options,
				new CoreResolver());
	}

	/**
	 * YAML 1.2: a code such as 0101 is no octal number, 1:30 no time of day and "no" is a
	 * word.
	 */
	private static final class CoreResolver extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
			addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(0|[1-9][0-9]*)"), "-+0123456789");
			addImplicitResolver(Tag.FLOAT, Pattern.compile("[-+]?[0-9]+\\.[0-9]+"), "-+0123456789");
			addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
			addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
		}

	}

}
