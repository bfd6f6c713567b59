package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Somebody with a slow line: takes 200 kB a second, so that whatever the server has handed to its kernel is on the way
/// to him for long.
final class SlowReader {

    /// A file he is busy with for five minutes.
    static final long SIZE = 60L << 20;

    static final int WINDOW = 16 * 1024;
    private static final int PIECE = 8 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(40);
    /// A second, and one for a machine that is busy with other things.
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    /// What is in his own kernel and on the way, with much to spare: unbounded it is megabytes.
    private static final long REST = 512 * 1024;

    private final InputStream data;
    private final Thread reader;
    private final AtomicLong taken = new AtomicLong();

    SlowReader(InputStream data) {
        this.data = data;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    static Socket socket() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(WINDOW);
        return socket;
    }

    /// The end of the stream reaches him within the time a suspension may take, and next to nothing before it.
    void isCutBy(Runnable suspension) throws InterruptedException {
        await().until(() -> taken.get() > REST);
        suspension.run();
        var before = taken.get();
        reader.join(AT_MOST);
        assertThat(reader.isAlive()).isFalse();
        assertThat(taken.get() - before).isLessThan(REST);
    }

    private void read() {
        var piece = new byte[PIECE];
        try {
            for (int read; (read = data.read(piece)) > 0; taken.addAndGet(read)) LockSupport.parkNanos(PAUSE.toNanos());
        } catch (IOException _) {
            // Cut.
        }
    }
}
