package org.wirt.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// Somebody types commands; a panel of a few lines answers what it was told to, and remembers what it was asked.
final class Typing implements AutoCloseable {

    /// What came of a command.
    record Told(int code, String out, String err) {}

    /// What the panel was asked.
    record Asked(String what, String body, Map<String, String> headers) {}

    private record Reply(int status, String body) {}

    final Map<String, String> variables = new HashMap<>();
    final List<Asked> asked = new ArrayList<>();

    /// As many as it was asked for something.
    final Semaphore heard = new Semaphore(0);
    String typedIn = "";
    String terminals = "";
    private final Map<String, Reply> replies = new HashMap<>();
    private final HttpServer server;

    Typing(Path home) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        variables.put("HOME", home.toString());
        variables.put("WIRT_URL", url());
        variables.put("WIRT_TOKEN", "wirt_token");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// @param what method and path without the query: `GET /api/v1/customers`
    Typing answers(String what, int status, String body) {
        replies.put(what, new Reply(status, body));
        return this;
    }

    Asked last() {
        return asked.getLast();
    }

    Told type(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(words),
                variables,
                new ByteArrayInputStream(typedIn.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminals);
        return new Told(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            var uri = exchange.getRequestURI();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            asked.add(new Asked(exchange.getRequestMethod() + " " + uri.getPath() + query, body, headers));
            heard.release();
            var reply = replies.getOrDefault(
                    exchange.getRequestMethod() + " " + uri.getPath(), new Reply(404, "{\"detail\":\"Not there\"}"));
            var bytes = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
