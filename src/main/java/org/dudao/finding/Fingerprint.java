package org.dudao.finding;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.dudao.finding.Finding.Subject;
import org.dudao.submission.Archive;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a verdict rests on, as one hash. Numbers of rows and of submissions
 * are not in it: the same figures in another file have the same fingerprint.
 */
final class Fingerprint {

	private Fingerprint() {
	}

	/** 64 hexadecimal digits. */
	static String of(Verdict verdict) {
		Subject subject = Subject.of(verdict);
		StringBuilder text = new StringBuilder().append(subject.rule());
		text.append('\n').append(subject.region()).append('\n').append(subject.period());
		text.append('\n').append(subject.stage()).append('\n').append(subject.basis());
		add(text, "threshold", verdict.threshold());
		add(text, "", verdict.left());
		add(text, "than-", verdict.right());
		return HexFormat.of().formatHex(Archive.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private static void add(StringBuilder text, String prefix, Operand operand) {
		add(text, prefix + "value", operand.value());
		add(text, prefix + "published", operand.published());
		add(text, prefix + "prior", operand.prior());
		add(text, prefix + "growth", operand.growth());
		if (operand.then().figure() != null) {
			add(text, prefix + "then", operand.then().figure());
		}
	}

	/** The same number is written the same, however many zeros it was kept with. */
	private static void add(StringBuilder text, String name, @Nullable BigDecimal figure) {
		text.append('\n').append(name).append('=');
		if (figure != null) {
			text.append((figure.signum() == 0) ? "0" : figure.stripTrailingZeros().toPlainString());
		}
	}

}
