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
        var download = new Download(ticket);
        running.add(download);
        return download;
    }

    Collection<Download> open() {
        return running.stream().filter(download -> !download.ended).toList();
    }

    /// Looked at before every piece that is sent.
    final class Download implements OpenSession, AutoCloseable {

        private final Ticket ticket;
        private volatile boolean ended;
        private long sent;

        private Download(Ticket ticket) {
            this.ticket = ticket;
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

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void close() {
            running.remove(this);
            meter.transferred(ticket.subscription(), sent);
        }
    }
}
