package org.dudao.batch;

import java.util.Objects;
import java.util.function.Supplier;

import org.dudao.submission.Holder;
import org.dudao.submission.Lease;
import org.dudao.submission.LeaseHeld;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters what a person decides, all of it or nothing, and never while a run is going on:
 * the figures that the decision is about do not change under it.
 */
public final class Deciding {

	private final Lease lease;

	private final TransactionTemplate transaction;

	Deciding(Lease lease, TransactionTemplate transaction) {
		this.lease = lease;
		this.transaction = transaction;
	}

	/**
	 * Does it in one transaction of its own.
	 * @return what it gave
	 * @throws LeaseHeld when a run is going on
	 */
	public <T> T decide(Supplier<T> decision) {
		long token = this.lease.acquire(Holder.here());
		try {
			return Objects.requireNonNull(this.transaction.execute((status) -> {
				T decided = decision.get();
				this.lease.prove(token);
				return decided;
			}));
		}
		finally {
			this.lease.release(token);
		}
	}

}
