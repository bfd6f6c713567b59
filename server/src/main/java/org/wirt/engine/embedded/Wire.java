package org.wirt.engine.embedded;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// What a visitor of a web site is connected by. A socket that is merely closed still sends what the kernel has
/// queued, to a slow visitor for half a minute; one that lingers for no time throws it away and resets the
/// connection (RFC 9293, 3.10.4).
///
/// @param selector what the channel is registered with, and does not end before
record Wire(SocketChannel channel, Selector selector) {

    /// In bytes; the kernel doubles it. All that may still be under way to a visitor when a file has been handed over
    /// to it, where left to itself the kernel would take megabytes.
    static final int SEND_BUFFER = 64 * 1024;

    /// The one of the request that is being answered.
    private static final ScopedValue<Wire> CURRENT = ScopedValue.newInstance();

    private static final int NO_TIME = 0;

    static Wire current() {
        return CURRENT.get();
    }

    /// Ends the connection at once and without what has not gone out yet.
    void reset() {
        abandon(channel);
        selector.wakeup();
    }

    static void abandon(SocketChannel channel) {
        try (channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, NO_TIME);
        } catch (IOException _) {
            // It has ended by itself.
        }
    }

    static void abandon(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, NO_TIME);
        } catch (IOException _) {
            // It has ended by itself.
        }
    }

    /// HTTP whose requests know the connection they came by.
    static final class Protocol extends Http11NioProtocol {

        @Override
        protected Processor createProcessor() {
            return new Http11Processor(this, getAdapter()) {
                @Override
                public SocketState service(SocketWrapperBase<?> socket) throws IOException {
                    return ScopedValue.where(CURRENT, of((NioSocketWrapper) socket))
                            .call(() -> super.service(socket));
                }
            };
        }

        private static Wire of(NioSocketWrapper socket) {
            return new Wire(
                    socket.getSocket().getIOChannel(), socket.getPoller().getSelector());
        }
    }
}
