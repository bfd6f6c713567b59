package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocket;

/// A browser that asks for several things of several sites over one encrypted connection: as much of HTTP/2
/// (RFC 9113) as that needs.
final class Http2Visitor implements AutoCloseable {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int DATA = 0, HEADERS = 1, RESET = 3, SETTINGS = 4, GOODBYE = 7, WINDOW = 8;
    private static final int END_OF_STREAM = 1, END_OF_HEADERS = 4, TAKEN = 1;
    private static final short INITIAL_WINDOW = 4;
    /// More than is ever taken.
    private static final int PLENTY = 1 << 30;
    private static final int PATIENCE_MILLIS = 5000;
    /// Statuses that need no more than a number (RFC 7541, appendix A).
    private static final Map<Integer, Integer> SHORT = Map.of(0x88, 200, 0x8c, 400, 0x8d, 404, 0x8e, 500);

    private final SSLSocket socket;
    private final DataInputStream in;
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private final Map<Integer, Long> taken = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();
    private int next = 1;
    private boolean over;

    Http2Visitor(SSLSocket socket, int port) throws IOException {
        this.socket = socket;
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
        assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        send(
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(6).putShort(INITIAL_WINDOW).putInt(PLENTY).array());
        send(WINDOW, 0, 0, ByteBuffer.allocate(4).putInt(PLENTY).array());
    }

    /// @return the stream of the answer
    int ask(String host, String path) throws IOException {
        int stream = next;
        next += 2;
        var headers = new ByteArrayOutputStream();
        header(headers, ":method", "GET");
        header(headers, ":scheme", "https");
        header(headers, ":path", path);
        header(headers, ":authority", host);
        send(HEADERS, END_OF_STREAM | END_OF_HEADERS, stream, headers.toByteArray());
        return stream;
    }

    /// Waits for it.
    int status(int stream) throws IOException {
        while (!statuses.containsKey(stream) && !ended.contains(stream) && !over) read();
        return statuses.getOrDefault(stream, 0);
    }

    int status(String host, String path) throws IOException {
        return status(ask(host, path));
    }

    /// How much of the answer has come.
    long taken(int stream) {
        return taken.getOrDefault(stream, 0L);
    }

    void take(int stream, long bytes) throws IOException {
        while (taken(stream) < bytes) read();
    }

    /// Takes what still comes until the answer ends, or the connection.
    void drain(int stream) {
        try {
            while (!ended.contains(stream) && !over) read();
        } catch (IOException _) {
            over = true;
        }
    }

    boolean isOver() {
        return over;
    }

    private void read() throws IOException {
        int head = in.readInt();
        int type = head & 0xff;
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        var payload = in.readNBytes(head >>> 8);
        switch (type) {
            case DATA -> taken.merge(stream, (long) payload.length, Long::sum);
            case HEADERS -> statuses.put(stream, status(payload));
            case RESET -> ended.add(stream);
            case GOODBYE -> over = true;
            case SETTINGS -> {
                if ((flags & TAKEN) == 0) send(SETTINGS, TAKEN, 0, new byte[0]);
            }
            default -> {}
        }
        if ((type == DATA || type == HEADERS) && (flags & END_OF_STREAM) != 0) ended.add(stream);
    }

    /// The first header, as nginx writes it: by a number, or in plain digits; the size of a table may stand before.
    private static int status(byte[] headers) {
        int at = (headers[0] & 0xe0) == 0x20 ? 1 : 0;
        var known = SHORT.get(headers[at] & 0xff);
        return known != null ? known : Integer.parseInt(new String(headers, at + 2, 3, StandardCharsets.US_ASCII));
    }

    /// In plain words, remembered by nobody (RFC 7541, 6.2.2).
    private static void header(ByteArrayOutputStream headers, String name, String value) {
        headers.write(0);
        for (var word : new String[] {name, value}) {
            headers.write(word.length());
            headers.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void send(int type, int flags, int stream, byte[] payload) throws IOException {
        socket.getOutputStream()
                .write(ByteBuffer.allocate(9 + payload.length)
                        .putInt(payload.length << 8 | type)
                        .put((byte) flags)
                        .putInt(stream)
                        .put(payload)
                        .array());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
