package org.wirt.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody else's program that takes what web hooks send. It listens on all of loopback; the panel may send to
/// 127.0.0.2 only.
final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What came in.
    record Got(String path, Map<String, String> headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String id() {
            return headers.get("Webhook-id");
        }

        /// Numbers of other kinds of objects may be the same.
        boolean isAbout(Given.Account customer) {
            return json().path("object").asString().equals("customer")
                    && json().path("objectId").asLong() == customer.id();
        }

        String type() {
            return json().path("type").asString();
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Got> answer = _ -> 204;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new java.util.HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var one = new Got(exchange.getRequestURI().getPath(), headers, body);
        got.add(one);
        int status = answer.applyAsInt(one);
        if (status >= 300 && status < 400) exchange.getResponseHeaders().add("Location", at("127.0.0.2", "/elsewhere"));
        var said = status == 204 ? new byte[0] : ("answered with " + status).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
        try (var out = exchange.getResponseBody()) {
            out.write(said);
        }
        exchange.close();
    }

    /// From now on.
    void answers(ToIntFunction<Got> status) {
        answer = status;
    }

    String address(String path) {
        return at("127.0.0.2", path);
    }

    String at(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    List<Got> all() {
        return List.copyOf(got);
    }

    /// What came about one customer, in its order.
    List<Got> about(Given.Account customer) {
        return got.stream().filter(one -> one.isAbout(customer)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
