package org.wirt.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;

/// A panel that speaks the XML dialect, as this client speaks with it.
///
/// @param url     without a path
/// @param headers that say who sends
/// @param ca      file of the certificates it trusts; empty: those of the JDK
record Packets(String url, Map<String, String> headers, String ca, Texts t) {

    /// There is no such object.
    static final int MISSING = 1013;

    private static final int LOCKED = 1012;

    /// Whoever is not let in need not ask for anything else.
    private static final Set<Integer> NOBODY = Set.of(1001, 1003, 1004, 1006, 1010, 1011, LOCKED, 1030, 11_003);

    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 600_000;

    /// Panels have a pace: whoever asks too often is let in again within a minute.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int PAUSES = 24;
    private static final int AT_ONCE = 100;

    @Override
    public String toString() {
        return url;
    }

    /// What went wrong with one object; the others go on.
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final int number;

        Refused(int number, String text) {
            super(text);
            this.number = number;
        }

        int number() {
            return number;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    /// Whether it answers, and whoever sends is let in.
    ///
    /// @throws Failure where not
    void greet() {
        try {
            send("server", new Node("get_protos"), _ -> {});
        } catch (Refused refused) {
            throw new Failure(
                    NOBODY.contains(refused.number()) ? ExitCodes.NOT_PERMITTED : ExitCodes.FAULT,
                    url + ": " + refused.text());
        }
    }

    /// Every result, each as it comes, also those that say what went wrong.
    ///
    /// @throws Refused where the packet as a whole is
    void each(String operator, Node asked, Consumer<Node> results) throws Refused {
        for (int pauses = 0; ; pauses++)
            try {
                send(operator, asked, results);
                return;
            } catch (Refused refused) {
                if (refused.number() == LOCKED && pauses < PAUSES) pause();
                else if (NOBODY.contains(refused.number()))
                    throw new Failure(ExitCodes.NOT_PERMITTED, url + ": " + refused.text());
                else throw refused;
            }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCodes.NOT_NOW, t.of("unreachable", url, ""));
        }
    }

    List<Node> all(String operator, Node asked) throws Refused {
        var all = new ArrayList<Node>();
        each(operator, asked, all::add);
        return all;
    }

    Node one(String operator, Node asked) throws Refused {
        var all = all(operator, asked);
        if (all.isEmpty()) throw new Refused(0, t.of("no-answer-of-a-panel"));
        return good(all.getFirst());
    }

    /// @throws Refused where it says what went wrong
    static Node good(Node result) throws Refused {
        if (result.text("status").equals("ok")) return result;
        throw new Refused(number(result), result.text("errtext"));
    }

    static boolean isMissing(Node result) {
        return number(result) == MISSING;
    }

    /// What there is under each of these names; of those that are not there nothing. What is said of it in general is
    /// spelled in two ways.
    Map<String, Node> known(String operator, String by, List<String> names) throws Refused {
        var known = new HashMap<String, Node>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            var some = names.subList(from, Math.min(from + AT_ONCE, names.size()));
            var filter = new Node("filter");
            for (var name : some) filter.add(by, name);
            var asked = new Node("get")
                    .add(filter)
                    .add(new Node("dataset").add(new Node("gen_info")).add(new Node("gen-info")));
            var results = all(operator, asked);
            // One result for each name, in their order.
            for (int i = 0; i < Math.min(some.size(), results.size()); i++)
                if (!isMissing(results.get(i))) known.put(some.get(i), results.get(i));
        }
        return known;
    }

    private static int number(Node result) {
        var number = result.text("errcode");
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    private void send(String operator, Node asked, Consumer<Node> results) throws Refused {
        var packet = new Node("packet").add(new Node(operator).add(asked)).xml();
        var refused = new ArrayList<Node>();
        try {
            var connection = open(packet.getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK)
                throw new Failure(ExitCodes.of(connection.getResponseCode()), t.of("import-no-dialect", url));
            try (var in = connection.getInputStream()) {
                Node.each(in, List.of("result", "system"), node -> {
                    if (node.name().equals("system")) refused.add(node);
                    else results.accept(node);
                });
            }
        } catch (SSLException e) {
            throw new Failure(ExitCodes.UNREACHABLE, t.of("not-trusted", url, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new Failure(ExitCodes.UNREACHABLE, t.of("unreachable", url, String.valueOf(e.getMessage())));
        } catch (XMLStreamException e) {
            // A connection that breaks in the middle is read as a document that does.
            if (e.getNestedException() instanceof IOException broken)
                throw new Failure(ExitCodes.UNREACHABLE, t.of("unreachable", url, String.valueOf(broken.getMessage())));
            throw new Failure(ExitCodes.FAULT, t.of("import-no-dialect", url));
        }
        if (!refused.isEmpty())
            throw new Refused(number(refused.getFirst()), refused.getFirst().text("errtext"));
    }

    private HttpURLConnection open(byte[] packet) throws IOException {
        var connection = (HttpURLConnection)
                URI.create(url + "/enterprise/control/agent.php").toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure && !ca.isEmpty())
            Trust.of(ca, t).rule(secure);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/xml");
        connection.setRequestProperty("User-Agent", "wirt-cli/" + Main.version());
        headers.forEach(connection::setRequestProperty);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(packet.length);
        try (var out = connection.getOutputStream()) {
            out.write(packet);
        }
        return connection;
    }
}
