package org.dudao.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dudao.doctor.Check.Level;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/** The checks of the address, and of what goes over the net in the clear. */
final class Encryption {

	private static final Pattern HOST = Pattern.compile("jdbc:mysql://(\\[[^]]+]|[^/:,()=@]+)(?::\\d+)?/[^/]*");

	private Encryption() {
	}

	/**
	 * Whether what goes to the server and back can be read on the way, or sent by
	 * somebody else.
	 * @param cipher of the connection, empty when it is not encrypted
	 */
	static Check of(String url, String cipher) {
		Boolean here = isHere(url);
		String mode = setting(url, "sslMode");
		String found = cipher.isEmpty() ? "-" : cipher;
		if (Boolean.TRUE.equals(here)) {
			return Check.well(Subject.ENCRYPTION, Message.of("doctor.encryption.here", found));
		}
		if (cipher.isEmpty()) {
			return (here != null) ? Check.bad(Level.ADVICE, Subject.ENCRYPTION, Message.of("doctor.encryption.clear"))
					: Check.unknown(Subject.ENCRYPTION, Message.of("doctor.encryption.where"),
							Subject.ENCRYPTION.change());
		}
		return Check.when(mode.toUpperCase(Locale.ROOT).startsWith("VERIFY_"), Level.ADVICE, Subject.ENCRYPTION,
				Message.of("doctor.encryption.mode", found, mode.isEmpty() ? "PREFERRED" : mode));
	}

	/** Settings in the address that slow the program down or open a door. */
	static Check address(String url) {
		if (setting(url, "rewriteBatchedStatements").equalsIgnoreCase("false")) {
			return Check.bad(Level.ADVICE, Subject.ADDRESS, "rewriteBatchedStatements=false");
		}
		if (setting(url, "allowLoadLocalInfile").equalsIgnoreCase("true")) {
			return Check.bad(Level.ADVICE, Subject.ADDRESS, "allowLoadLocalInfile=true");
		}
		if (setting(url, "allowPublicKeyRetrieval").equalsIgnoreCase("true") && !Boolean.TRUE.equals(isHere(url))) {
			return Check.bad(Level.ADVICE, Subject.ADDRESS, "allowPublicKeyRetrieval=true");
		}
		return Check.well(Subject.ADDRESS, Message.of("doctor.plain", url.replaceFirst("\\?.*", "")));
	}

	/** The address of this very machine; null when it cannot be told. */
	private static @Nullable Boolean isHere(String url) {
		Matcher host = HOST.matcher(url);
		if (!host.matches()) {
			return null;
		}
		try {
			return InetAddress.getByName(host.group(1)).isLoopbackAddress();
		}
		catch (UnknownHostException fault) {
			return null;
		}
	}

	private static String setting(String url, String name) {
		Matcher setting = Pattern.compile("[?&]" + name + "=([^&]*)", Pattern.CASE_INSENSITIVE).matcher(url);
		return setting.find() ? setting.group(1) : "";
	}

}
