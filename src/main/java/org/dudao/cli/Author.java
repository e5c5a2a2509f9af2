package org.dudao.cli;

import picocli.CommandLine.Option;

/** Who decides, or says something. */
final class Author {

	/** As many characters as are kept. */
	private static final int LONGEST = 255;

	@Option(names = "--by", paramLabel = "NAME", descriptionKey = "help.by", defaultValue = "${sys:user.name}")
	private String name;

	/**
	 * The name.
	 * @throws Refusal when it is blank or too long
	 */
	String name() {
		String said = this.name.strip();
		if (said.isEmpty() || said.length() > LONGEST) {
			throw new Refusal("given.by", LONGEST, said.length());
		}
		return said;
	}

}
