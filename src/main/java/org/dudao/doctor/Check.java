package org.dudao.doctor;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param found what is so
 * @param wanted what should be so, null when it is
 * @param change what to do about it, null when nothing is to be done
 */
public record Check(Subject subject, Level level, Message found, @Nullable Message wanted, @Nullable Message change) {

	/** How bad it is. */
	public enum Level {

		/** As it should be. */
		WELL,

		/** Cannot be known from here. */
		UNKNOWN,

		/** It works, but not as well or as safely as it could. */
		ADVICE,

		/** It does not work so, or will not for long. */
		FAULT

	}

	static Check well(Subject subject, Message found) {
		return new Check(subject, Level.WELL, found, null, null);
	}

	static Check well(Subject subject, Object found) {
		return well(subject, plain(found));
	}

	static Check unknown(Subject subject, Message found, @Nullable Message change) {
		return new Check(subject, Level.UNKNOWN, found, null, change);
	}

	/** Wanted and change are those of the subject. */
	static Check bad(Level level, Subject subject, Object found, Object... args) {
		Message said = (found instanceof Message message) ? message : plain(found);
		return new Check(subject, level, said, subject.wanted(args), subject.change(args));
	}

	/** As it should be, or else not. */
	static Check when(boolean isWell, Level otherwise, Subject subject, Object found, Object... args) {
		Check bad = bad(otherwise, subject, found, args);
		return isWell ? well(subject, bad.found()) : bad;
	}

	private static Message plain(Object found) {
		return Message.of("doctor.plain", found);
	}

}
