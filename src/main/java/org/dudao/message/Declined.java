package org.dudao.message;

/**
 * What a person asked for cannot be done in this way, and nothing was changed: there is
 * nothing to be mended on our side.
 */
public abstract class Declined extends Explained {

	private static final long serialVersionUID = 1L;

	/** For that reason. */
	protected Declined(Message reason) {
		super(reason);
	}

}
