package org.wirt.operation;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Two who do the same at once: the later one does it again, and then finds what the earlier one has left.
public final class Collision {

    private static final int TRIES = 4;
    private static final long PAUSE = 20_000_000;

    private Collision() {}

    public static boolean is(RuntimeException e) {
        return e instanceof DuplicateKeyException || e instanceof ConcurrencyFailureException;
    }

    /// Within a transaction of somebody above nothing can be done again: then that one is told.
    static <R> R again(Supplier<R> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return work.get();
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (tried == TRIES || !is(e)) throw e;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE * tried));
            }
        }
    }
}
