package org.wirt.engine.embedded;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wirt.engine.OpenSession;
import org.wirt.hosting.Ticket;

/// The downloads that are running, so that a suspension also reaches a file of some gigabytes.
final class Downloads {

    private final Set<Download> running = ConcurrentHashMap.newKeySet();
    private final Meter meter;

    Downloads(Meter meter) {
        this.meter = meter;
    }

    Download begin(Ticket ticket) {
        var download = new Download(ticket, Wire.current());
        running.add(download);
        return download;
    }

    Collection<Download> open() {
        return running.stream().filter(download -> !download.over).toList();
    }

    /// Looked at before every piece that is sent.
    final class Download implements OpenSession, AutoCloseable {

        private final Ticket ticket;
        private final Wire wire;
        private final Thread sender = Thread.currentThread();
        private volatile boolean ended;
        private volatile boolean over;
        private long sent;

        private Download(Ticket ticket, Wire wire) {
            this.ticket = ticket;
            this.wire = wire;
        }

        @Override
        public Ticket ticket() {
            return ticket;
        }

        boolean ended() {
            return ended;
        }

        /// What has gone to the visitor, a download that was broken off included.
        void sent(int bytes) {
            sent += bytes;
        }

        /// The visitor gets nothing more, and whoever waits for a slow one to take the next piece waits no longer.
        @Override
        public synchronized void end() {
            if (over) return;
            ended = true;
            wire.reset();
            sender.interrupt();
            over = true;
        }

        /// From here on the connection may serve something else.
        @Override
        public synchronized void close() {
            over = true;
            running.remove(this);
            meter.transferred(ticket.subscription(), sent);
        }
    }
}
