package org.wirt.engine.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.wirt.engine.Probe;
import org.wirt.hosting.Service;

/// Asks the web port for the first page of a site.
public final class WebProbe implements Probe {

    private static final int AT_ONCE = 8;
    private static final int PATIENCE_MILLIS = 3000;
    private static final int SUSPENDED = 503;
    private static final int UNKNOWN = 404;
    private static final int NO_ANSWER = 0;
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = "HTTP/1.1 200".length();

    private final LongFunction<InetSocketAddress> door;

    /// @param door where it is at the moment, by node
    public WebProbe(LongFunction<InetSocketAddress> door) {
        this.door = door;
    }

    @Override
    public Service service() {
        return Service.WEB;
    }

    @Override
    public Map<String, Integer> ask(long node, Collection<String> hosts) {
        var address = door.apply(node);
        var answers = new ConcurrentHashMap<String, Integer>();
        try (var askers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (var host : hosts) askers.execute(() -> answers.put(host, status(address, host)));
        }
        return answers;
    }

    @Override
    public boolean dark(int answer) {
        return answer == SUSPENDED || answer == UNKNOWN;
    }

    private static int status(InetSocketAddress address, String host) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(address, PATIENCE_MILLIS);
            var request = "HEAD / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(STATUS_TO), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(STATUS_FROM));
        } catch (IOException | RuntimeException _) {
            return NO_ANSWER;
        }
    }
}
