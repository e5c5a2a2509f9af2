package org.dudao.database;

import org.dudao.message.Explained;
import org.dudao.message.Message;

/**
 * The tables are not as the program needs them, and it may not change them. No table was
 * changed.
 */
public final class SchemaBehind extends Explained {

	private static final long serialVersionUID = 1L;

	/** For that reason, which says who is to do what. */
	public SchemaBehind(Message reason) {
		super(reason);
	}

}
