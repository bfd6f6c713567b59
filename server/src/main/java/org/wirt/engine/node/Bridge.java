package org.wirt.engine.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Two ends that speak with each other through this process, until both have said everything.
final class Bridge {

    /// Longer than rsync is silent (`--timeout`): then the other machine is gone.
    static final int SILENCE_MILLIS = 120_000;

    private static final int BUFFER = 1 << 16;

    private final AtomicLong there = new AtomicLong();
    private final AtomicLong back = new AtomicLong();

    /// One end.
    ///
    /// @param finish tells it that nothing more comes
    record End(InputStream in, OutputStream out, Finish finish) {}

    interface Finish {
        void said() throws IOException;
    }

    /// Returns when both are finished.
    void between(End one, End other) throws IOException {
        var otherWay = Thread.ofPlatform().daemon().name("bridge").start(() -> {
            try {
                carry(other, one, back);
            } catch (IOException _) {
                // The other direction says why.
            }
        });
        try {
            carry(one, other, there);
            otherWay.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void carry(End from, End to, AtomicLong carried) throws IOException {
        var buffer = new byte[BUFFER];
        try {
            for (int read = from.in.read(buffer); read >= 0; read = from.in.read(buffer)) {
                to.out.write(buffer, 0, read);
                to.out.flush();
                carried.addAndGet(read);
            }
        } finally {
            to.finish.said();
        }
    }

    /// Bytes in both directions.
    long carried() {
        return there.get() + back.get();
    }

    /// Bytes of what the other end has said.
    long back() {
        return back.get();
    }
}
