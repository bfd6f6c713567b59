package org.wirt.access;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Hashing a password is pure work for a core; virtual threads alone would let any number of guesses run at once.
public final class Cores {

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors());

    public <T> T work(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
