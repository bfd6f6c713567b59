package org.wirt.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Plays a few commands against a panel of cardboard, once after a build: the JDK remembers which classes they needed,
/// those of encryption above all, and later commands start sooner.
final class Rehearsal {

    private static final String NAME = "{\"id\":1,\"username\":\"name\",\"status\":{\"active\":true},\"rows\":[]}";
    private static final String VERBS =
            "[{\"name\":\"customer.suspend\",\"title\":\"x\",\"undoable\":true,\"input\":[]}]";

    private Rehearsal() {}

    /// @param args a key store for `localhost`, its password, its certificate as a file, and a folder for what is kept
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        var password = args[1].toCharArray();
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(Path.of(args[0]), password)));
        server.createContext("/", Rehearsal::answer);
        server.start();
        try (var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            var variables = Map.of(
                    "WIRT_URL",
                    "https://localhost:" + server.getAddress().getPort(),
                    "WIRT_TOKEN",
                    "x",
                    "WIRT_CA",
                    args[2],
                    "XDG_CACHE_HOME",
                    args[3]);
            for (var words : List.of("customer list", "customer show name", "customer suspend 1"))
                Main.run(List.of(words.split(" ")), variables, InputStream.nullInputStream(), nowhere, nowhere, "");
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext context(Path keys, char[] password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            store.load(in, password);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            var body = path.endsWith("/verbs")
                    ? VERBS
                    : path.endsWith("/customers") ? "{\"rows\":[" + NAME + "]}" : "{\"over\":true," + NAME.substring(1);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
