package org.wirt.dialect;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.wirt.operation.Collision;
import org.wirt.value.Refused;

/// Two who do the same at once: the later one does it again, and then finds what the earlier one has left. Clients of
/// the dialect know no versions of objects, so that none of theirs is passed over by that.
final class Again {

    private static final int TRIES = 10;
    private static final long PAUSE = 20_000_000;

    private static final Set<String> CHANGED_MEANWHILE = Set.of("changed-meanwhile", "description-changed-meanwhile");

    /// Bound where somebody above does it again.
    private static final ScopedValue<Boolean> TRYING = ScopedValue.newInstance();

    private Again() {}

    /// What is done within is done as a whole by the outermost.
    static <R> R until(Supplier<R> work) {
        if (TRYING.isBound()) return work.get();
        for (int tried = 1; ; tried++) {
            try {
                return ScopedValue.where(TRYING, true).call(work::get);
            } catch (RuntimeException e) {
                if (tried == TRIES || !isCollision(e)) throw e;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE * tried));
            }
        }
    }

    /// Whether it must reach whoever does it again, and is no answer yet.
    static boolean goesUp(RuntimeException e) {
        return TRYING.isBound() && isCollision(e);
    }

    private static boolean isCollision(RuntimeException e) {
        return Collision.is(e)
                || (e instanceof Refused refused
                        && CHANGED_MEANWHILE.contains(refused.first().code()));
    }
}
