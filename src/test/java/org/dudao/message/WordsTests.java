package org.dudao.message;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static final Message REQUIRED = Message.of("row.required", new Words("Region", "地区"));

	@Test
	void readInTheLanguageOfTheSentence() {
		assertThat(new Messages(Locale.ENGLISH).text(REQUIRED)).startsWith("Region is empty");
		assertThat(new Messages(Locale.CHINESE).text(REQUIRED)).startsWith("“地区”");
		assertThat(new Messages(Locale.FRENCH).text(REQUIRED)).startsWith("Region is empty");
	}

	@Test
	void storedAsOneArgument() {
		assertThat(REQUIRED.args()).hasSize(1);
	}

	@Test
	void cellCannotPassForWords() {
		Message message = Message.of("row.number", "1\u001F2");
		assertThat(new Messages(Locale.CHINESE).text(message)).startsWith("“1 2”");
	}

}
