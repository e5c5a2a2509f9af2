package org.dudao.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The Dockerfile, instruction by instruction.
 *
 * @param stages each from its FROM on, in order
 */
record Dockerfile(List<List<Instruction>> stages) {

	static Dockerfile ofThisProject() {
		try {
			return parse(Files.readString(Path.of("Dockerfile")));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static Dockerfile parse(String text) {
		List<List<Instruction>> stages = new ArrayList<>();
		String joined = text.replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", "");
		for (String line : joined.lines().filter((line) -> !line.isBlank()).toList()) {
			String[] words = line.split("\\s+", 2);
			if (words[0].equals("FROM")) {
				stages.add(new ArrayList<>());
			}
			if (!stages.isEmpty()) {
				stages.get(stages.size() - 1).add(new Instruction(words[0], words[1]));
			}
		}
		return new Dockerfile(stages);
	}

	/** What becomes the image. */
	List<Instruction> last() {
		return this.stages.get(this.stages.size() - 1);
	}

	/** All instructions of that name in the last stage, in order. */
	List<String> last(String name) {
		return last().stream().filter((one) -> one.name().equals(name)).map(Instruction::arguments).toList();
	}

	/** The words of an instruction in its form without a shell. */
	static List<String> words(String json) {
		return JsonMapper.shared().readerForListOf(String.class).readValue(json.substring(json.indexOf('[')));
	}

	/**
	 * An instruction.
	 *
	 * @param name such as COPY
	 * @param arguments what follows it, on one line
	 */
	record Instruction(String name, String arguments) {

		/** The paths that a COPY takes from what was sent to the builder. */
		List<String> copied() {
			List<String> words = Stream.of(this.arguments.split("\\s+")).toList();
			boolean isFromOutside = this.name.equals("COPY") && words.stream().noneMatch((w) -> w.startsWith("--from"));
			return isFromOutside ? words.subList(0, words.size() - 1) : Collections.emptyList();
		}

	}

}
