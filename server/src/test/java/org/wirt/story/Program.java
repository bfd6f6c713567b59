package org.wirt.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that speaks JSON with the panel, as any would: nothing but HTTP, and a token if it has one.
final class Program {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// A panel that does not answer is a failure, not a run without end.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// What it is answered.
    record Answer(int status, Map<String, String> headers, JsonNode body) {

        /// A field, by the way to it: `errors/0/field`.
        String at(String way) {
            return body.at("/" + way).asString();
        }

        long number(String way) {
            return body.at("/" + way).asLong();
        }
    }

    private final String address;
    private final String token;
    private final Map<String, String> headers = new HashMap<>();

    Program(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /// The header of Basic authentication (RFC 7617).
    static String basic(String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    Program saying(String header, String value) {
        var other = new Program(address, token);
        other.headers.putAll(headers);
        other.headers.put(header, value);
        return other;
    }

    Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    Answer post(String path, String json) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json));
    }

    Answer put(String path, String json) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(json));
    }

    Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .method(method, body);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (!headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var said = new HashMap<String, String>();
            response.headers().map().forEach((name, values) -> said.put(name, values.getFirst()));
            return new Answer(response.statusCode(), said, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
