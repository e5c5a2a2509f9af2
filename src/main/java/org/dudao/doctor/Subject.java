package org.dudao.doctor;

import java.util.Locale;

import org.dudao.message.Message;

/** What is looked at, in the order in which it is told. */
public enum Subject {

	PROGRAM, ZONE, POOL, FOLDERS, DISK, CATALOGUE, INBOX, CONNECTION, SERVER, ENCRYPTION, ADDRESS, CHARSET, COLLATION,
	SQL_MODE, ISOLATION, BINARY_LOG, LOCAL_INFILE, PACKET, IDLE, CONNECTIONS, CLOCK, SERVER_ZONE, SERVER_DISK, GRANTS,
	MIGRATION_GRANTS, SCHEMA, TABLES, FACT_TABLES;

	/** How a program is told of it, such as {@code sql-mode}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What people call it. */
	public Message title() {
		return Message.of("doctor." + key());
	}

	Message wanted(Object... args) {
		return Message.of("doctor." + key() + ".wanted", args);
	}

	Message change(Object... args) {
		return Message.of("doctor." + key() + ".change", args);
	}

}
