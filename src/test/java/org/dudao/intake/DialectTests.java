package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DialectTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '!', textBlock = """
			commas                              ! a,b␊1,2␊                           ! ,
			semicolons beside decimal commas    ! a;b;c␊1,5;2,5;3,5␊4,5;5,5;6,5␊     ! ;
			tabs under a sentence with commas   ! one, two, three␊a␉b␊1␉2␊           ! ␉
			bars                                ! a|b␊1|2␊                           ! |
			delimiters only inside quotes       ! a,b␊"x;y;z",1␊"p;q;r",2␊           ! ,
			a quoted cell over several lines    ! a;b␊"x,␊y,␊z,";1␊2;3␊              ! ;
			more columns when as many agree     ! a|b,c,d␊1|2,3,4␊                   ! ,
			preamble and footnote               ! 表␊单位：万元␊a,b,c␊1,2,3␊4,5,6␊注：x;y␊ ! ,
			""")
	void ranksFirst(String what, String text, char delimiter) throws IOException {
		char expected = (delimiter == '␉') ? '\t' : delimiter;
		assertThat(candidates(text)).as(what).first().extracting(Dialect::delimiter).isEqualTo(expected);
	}

	@Test
	void showsATie() throws IOException {
		List<Dialect> candidates = candidates("h1,h2;h3␊1,2;3␊");
		assertThat(candidates).extracting(Dialect::delimiter).containsExactly(',', ';');
		assertThat(candidates.get(0).ties(candidates.get(1))).isTrue();
	}

	@Test
	void findsNoneInASingleColumn() throws IOException {
		assertThat(candidates("only␊1␊2␊")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', textBlock = """
			sep=;        ! ;
			SEP=|        ! |
			sep=#        ! #
			"sep=^"      ! ^
			sep=,,,,     ! ,
			sep==        ! =
			""")
	void obeysADeclaration(String line, char delimiter) throws IOException {
		assertThat(candidates(line + "␊a,b" + delimiter + "c␊")).singleElement()
			.isEqualTo(new Dialect(delimiter, (delimiter == ',') ? 3 : 2, 1, true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', textBlock = """
			sep=
			sep=ab
			sep=,;
			xsep=,
			sep,b
			""")
	void takesAnOrdinaryLineForNoDeclaration(String line) {
		assertThat(Dialect.declaredBy(line)).isNull();
	}

	@Test
	void countsWhatCanBeReadOfADamagedFile() throws IOException {
		assertThat(candidates("a;b␊1;2␊3;\"4␊")).containsExactly(new Dialect(';', 2, 2, false));
	}

	private List<Dialect> candidates(String text) throws IOException {
		Path file = Reading.file(this.folder, text.replace("␊", "\n").replace("␉", "\t"));
		return Dialect.candidates(file, StandardCharsets.UTF_8, Limits.defaults());
	}

}
