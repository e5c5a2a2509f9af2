package org.dudao.batch;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.resilience.retry.SimpleRetryInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does a piece of Batch's bookkeeping once more when the database gave way to another
 * transaction. Within a transaction of the caller nothing is done again: its other half
 * is lost with the piece.
 */
final class PatientRepository implements BeanPostProcessor {

	private static final int RETRIES = 8;

	private static final Duration PAUSE = Duration.ofMillis(20);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	/** A lock that somebody keeps for minutes is no matter of patience. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/** The pauses differ, so that two who met do not meet again. */
	private static final MethodRetrySpec SPEC = new MethodRetrySpec(List.of(), List.of(), PatientRepository::isWorthIt,
			RETRIES, PATIENCE, PAUSE, PAUSE, 2, LONGEST_PAUSE);

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof JobRepository repository) {
			ProxyFactory patient = new ProxyFactory(JobRepository.class, new SimpleRetryInterceptor(SPEC));
			patient.setTarget(repository);
			return patient.getProxy();
		}
		return bean;
	}

	private static boolean isWorthIt(Method method, Throwable fault) {
		return fault instanceof PessimisticLockingFailureException
				&& !TransactionSynchronizationManager.isActualTransactionActive();
	}

}
