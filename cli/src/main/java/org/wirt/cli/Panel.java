package org.wirt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;

/// The panel, as this client speaks with it: one request after the other. The JDK's older HTTP client, because it
/// needs fewer classes than the newer one.
final class Panel {

    static final String API = "/api/v1";

    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 120_000;

    /// @param status of HTTP
    /// @param body   as it came
    record Answer(int status, String body) {

        boolean isGood() {
            return status < 300;
        }
    }

    private final Credentials credentials;
    private final Texts t;

    Panel(Credentials credentials, Texts t) {
        this.credentials = credentials;
        this.t = t;
        // Otherwise the JDK sends a request again by itself whose answer it did not get.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    Credentials credentials() {
        return credentials;
    }

    /// @throws Failure with the panel's own sentence where it refuses
    String get(String path) {
        return good(look(path));
    }

    Answer look(String path) {
        return send("GET", API + path, "", Map.of());
    }

    /// A request with a key of its own, so that nothing is done twice.
    String post(String path, Object body) {
        return good(ask(path, body));
    }

    Answer ask(String path, Object body) {
        return send(
                "POST",
                API + path,
                Json.write(body),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    String good(Answer answer) {
        if (answer.isGood()) return answer.body;
        throw new Failure(ExitCodes.of(answer.status), new Refusals(answer.body, t).sentences());
    }

    /// @param headers besides the usual; without a token of their own the caller's is sent as RFC 6750 has it
    Answer send(String method, String path, String body, Map<String, String> headers) {
        try {
            var connection = open(path);
            connection.setRequestMethod(method);
            if (!headers.containsKey(Dialect.KEY) && !credentials.token().isEmpty())
                connection.setRequestProperty("Authorization", "Bearer " + credentials.token());
            headers.forEach(connection::setRequestProperty);
            if (method.equals("POST")) write(connection, body.getBytes(StandardCharsets.UTF_8));
            int status = connection.getResponseCode();
            return new Answer(status, read(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
        } catch (SSLException e) {
            throw new Failure(
                    ExitCodes.UNREACHABLE, t.of("not-trusted", credentials.url(), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new Failure(
                    ExitCodes.UNREACHABLE, t.of("unreachable", credentials.url(), String.valueOf(e.getMessage())));
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        var trust = credentials.ca().isEmpty() ? null : Trust.of(credentials.ca(), t);
        // Otherwise every connection would first read the authorities that the JDK knows, though none of them is asked.
        if (trust != null) HttpsURLConnection.setDefaultSSLSocketFactory(trust.sockets());
        var connection =
                (HttpURLConnection) URI.create(credentials.url() + path).toURL().openConnection();
        if (trust != null && connection instanceof HttpsURLConnection secure) trust.rule(secure);
        // A token is not carried on to where an answer points.
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setRequestProperty("Accept", "application/json, application/problem+json");
        connection.setRequestProperty("Accept-Language", t.language());
        connection.setRequestProperty("User-Agent", "wirt-cli/" + Main.version());
        return connection;
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        // Not streamed: of an answer that asks for another token the JDK would then hide what it says.
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private static String read(@org.jspecify.annotations.Nullable InputStream in) throws IOException {
        if (in == null) return "";
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
