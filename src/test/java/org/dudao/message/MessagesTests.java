package org.dudao.message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessagesTests {

	@ParameterizedTest
	@ValueSource(strings = { "en", "en-GB", "fr", "de-CH", "und" })
	void speaksEnglishToAnyoneButTheChinese(String tag) {
		assertThat(new Messages(Locale.forLanguageTag(tag)).text("file.nul", 17))
			.startsWith("Byte offset 17 is a zero");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "zh-CN", "zh-Hans-CN", "zh-TW" })
	void speaksChinese(String tag) {
		assertThat(new Messages(Locale.forLanguageTag(tag)).text("file.nul", 17)).contains("17").contains("字节");
	}

	@Test
	void languageOfTheMachineDoesNotLeakIn() {
		Locale machine = Locale.getDefault();
		try {
			Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
			assertThat(new Messages(Locale.FRENCH).text("file.nul", 17)).startsWith("Byte offset 17");
		}
		finally {
			Locale.setDefault(machine);
		}
	}

	@Test
	void writesNumbersOutInFull() {
		assertThat(Message.of("any", new BigDecimal("1.5E+7"), 1234567L, "文").args())
			.isEqualTo(List.of("15000000", "1234567", "文"));
	}

	@Test
	void groupsNoDigits() {
		assertThat(new Messages(Locale.ENGLISH).text("file.nul", 1234567L)).contains("1234567");
	}

	@Test
	void unknownCodeIsAFaultOfTheProgram() {
		assertThatThrownBy(() -> new Messages(Locale.ENGLISH).text("no.such.code"))
			.isInstanceOf(MissingResourceException.class)
			.hasMessageContaining("no.such.code");
	}

	@Test
	void laterChangeOfTheArgumentsDoesNotReachTheMessage() {
		List<String> args = new ArrayList<>(List.of("a"));
		Message message = new Message("any", args);
		args.set(0, "b");
		assertThat(message.args()).containsExactly("a");
	}

}
