package org.wirt.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One connection that asks the same thing again and again and throws the answer away. It shares the cores with the
/// server it measures, so it does as little as a client can.
final class Wire implements AutoCloseable {

    private static final byte[] END = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final byte[] buffer = new byte[64 * 1024];

    /// @param headers each with its line's end
    Wire(int port, String path, String headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// @return how many bytes the body had
    long ask() throws IOException {
        socket.getOutputStream().write(request);
        int filled = 0;
        int end = -1;
        while (end < 0) {
            filled += read(filled);
            end = endOfHead(filled);
        }
        var head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        if (!head.startsWith("HTTP/1.1 20"))
            throw new IOException(head.lines().findFirst().orElse(""));
        long length = length(head);
        for (long left = length - (filled - end - END.length); left > 0; ) left -= read(0);
        return length;
    }

    private int read(int from) throws IOException {
        int n = in.read(buffer, from, buffer.length - from);
        if (n < 0) throw new EOFException("the server ended the connection");
        return n;
    }

    private int endOfHead(int filled) {
        for (int i = 0; i + END.length <= filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') return i;
        }
        return -1;
    }

    private static long length(String head) throws IOException {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, LENGTH, 0, LENGTH.length()))
                .findFirst()
                .map(line -> Long.parseLong(line.substring(LENGTH.length()).strip()))
                .orElseThrow(() -> new IOException("an answer without its length"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
