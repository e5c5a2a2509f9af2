package org.dudao.submission;

import org.dudao.message.Declined;
import org.dudao.message.Message;

/** What is asked for was removed by a purge. */
public final class Forgotten extends Declined {

	private static final long serialVersionUID = 1L;

	Forgotten(Message reason) {
		super(reason);
	}

}
