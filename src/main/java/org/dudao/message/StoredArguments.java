package org.dudao.message;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which a table keeps the arguments of a message: a JSON array of strings.
 */
public final class StoredArguments {

	private static final JsonMapper JSON = JsonMapper.shared();

	private StoredArguments() {
	}

	/** What to store. */
	public static String of(Message message) {
		return JSON.writeValueAsString(message.args());
	}

	/** The message with that code and those stored arguments. */
	public static Message read(String code, String stored) {
		return new Message(code, List.of(JSON.readValue(stored, String[].class)));
	}

}
