package org.dudao.submission;

import java.time.Duration;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one run at a time change what is published. The holder renews it; a holder that
 * died stops renewing, and after its time anyone may take it. Each holder has a greater
 * token than the one before, and a run proves its token in the transaction that
 * publishes: one that was presumed dead and wakes up again can therefore change nothing.
 * Time is the clock of the database alone.
 */
public final class Lease {

	private static final String NAME = "run";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Duration length;

	/** A lease that lasts so long unless it is renewed. */
	public Lease(JdbcClient jdbc, TransactionTemplate transaction, Duration length) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.length = length;
	}

	/** How long it lasts unless it is renewed. */
	public Duration length() {
		return this.length;
	}

	/**
	 * Takes the lease. That it was taken from one that had not given it back is counted.
	 * @return the token
	 * @throws LeaseHeld when another run holds it
	 */
	public long acquire(Holder holder) {
		try {
			return take(holder);
		}
		catch (PessimisticLockingFailureException | QueryTimeoutException busy) {
			// A preview keeps the row locked as long as it lasts.
			throw new LeaseHeld(holder());
		}
	}

	private String holder() {
		return this.jdbc.sql("select coalesce(holder, '') from lease where name = ?")
			.param(NAME)
			.query(String.class)
			.single();
	}

	private long take(Holder holder) {
		Long token = this.transaction.execute((status) -> {
			State state = lock();
			if (!state.isFree()) {
				throw new LeaseHeld(state.holder());
			}
			long next = state.token() + 1;
			this.jdbc
				.sql("update lease set token = ?, holder = ?, takeovers = takeovers + ?,"
						+ " expires_at = timestampadd(SECOND, ?, current_timestamp(6)) where name = ?")
				.params(next, holder.text(), state.holder().isEmpty() ? 0 : 1, this.length.toSeconds(), NAME)
				.update();
			return next;
		});
		return java.util.Objects.requireNonNull(token);
	}

	/**
	 * Renews the lease.
	 * @throws LeaseLost when another run has taken it
	 */
	public void renew(long token) {
		int renewed = this.jdbc
			.sql("update lease set expires_at = timestampadd(SECOND, ?, current_timestamp(6))"
					+ " where name = ? and token = ? and holder is not null")
			.params(this.length.toSeconds(), NAME, token)
			.update();
		if (renewed == 0) {
			throw new LeaseLost(token);
		}
	}

	/**
	 * Proves within the caller's transaction that the lease is still held: until that
	 * transaction ends, nobody else can take it.
	 * @throws LeaseLost when another run has taken it
	 */
	public void prove(long token) {
		if (lock().token() != token) {
			throw new LeaseLost(token);
		}
	}

	/**
	 * Keeps everybody from taking the lease until the caller's transaction ends, and
	 * changes nothing.
	 * @throws LeaseHeld when a run holds it
	 */
	public void bar() {
		try {
			State state = lock();
			if (!state.isFree()) {
				throw new LeaseHeld(state.holder());
			}
		}
		catch (PessimisticLockingFailureException | QueryTimeoutException busy) {
			throw new LeaseHeld(holder());
		}
	}

	/**
	 * Looks whether the warehouse is whole.
	 * @throws LeaseHeld when restoring it is going on or was not finished
	 */
	public void requireWhole() {
		if (holder().equals(Holder.UNFINISHED_RESTORE.text())) {
			throw new LeaseHeld(Holder.UNFINISHED_RESTORE.text());
		}
	}

	/**
	 * Goes on while the lease is held. Nobody is kept from taking it: before a change use
	 * {@link #prove}.
	 * @throws LeaseLost when another run has taken it
	 */
	public void check(long token) {
		long held = this.jdbc.sql("select count(*) from lease where name = ? and token = ?")
			.params(NAME, token)
			.query(Long.class)
			.single();
		if (held == 0) {
			throw new LeaseLost(token);
		}
	}

	/** Gives the lease back; does nothing when it is no longer held. */
	public void release(long token) {
		this.jdbc.sql("update lease set holder = null, expires_at = current_timestamp(6) where name = ? and token = ?")
			.params(NAME, token)
			.update();
	}

	private State lock() {
		return this.jdbc.sql("""
				select token, coalesce(holder, ''), case when expires_at <= current_timestamp(6) then 1 else 0 end
				from lease where name = ? for update""")
			.param(NAME)
			.query((rs, row) -> new State(rs.getLong(1), rs.getString(2), rs.getInt(3) == 1))
			.single();
	}

	private record State(long token, String holder, boolean expired) {

		boolean isFree() {
			return this.expired || this.holder.isEmpty() || Holder.parse(this.holder).isDeadHere();
		}

	}

}
