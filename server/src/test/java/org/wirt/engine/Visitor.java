package org.wirt.engine;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A browser that sends exactly what it is told, also what no library would send.
public final class Visitor implements AutoCloseable {

    /// What it is answered.
    public record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final Socket socket;

    public Visitor(int port) throws IOException {
        this(new Socket(), port);
        socket.setReceiveBufferSize(64 * 1024);
    }

    public Visitor(Socket socket, int port) throws IOException {
        this.socket = socket;
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(5000);
    }

    public Answer ask(String method, String host, String path, String... headers) throws IOException {
        send(method, host, path, headers);
        var head = head();
        var length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
        var body = method.equals("HEAD") || head.status() == 304
                ? new byte[0]
                : socket.getInputStream().readNBytes(length);
        return new Answer(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    public void send(String method, String host, String path, String... headers) throws IOException {
        var request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n";
        for (var header : headers) request += header + "\r\n";
        socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer head() throws IOException {
        var headers = new HashMap<String, String>();
        var status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        for (var line = line(); !line.isEmpty(); line = line()) {
            var parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Answer(status, headers, "");
    }

    public void skip(int bytes) throws IOException {
        socket.getInputStream().readNBytes(bytes);
    }

    /// Everything up to the end of the connection.
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// What still came before the connection was closed or broken.
    public String left() {
        try {
            return rest();
        } catch (IOException _) {
            return "";
        }
    }

    /// How much still came before the end.
    public long drain() {
        long count = 0;
        var buffer = new byte[64 * 1024];
        try {
            for (int read; (read = socket.getInputStream().read(buffer)) > 0; ) count += read;
        } catch (IOException _) {
            // Cut.
        }
        return count;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c; (c = socket.getInputStream().read()) != '\n'; ) {
            if (c < 0) throw new EOFException(line.toString(StandardCharsets.ISO_8859_1));
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
