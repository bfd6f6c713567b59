package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.database.Certificate;
import org.wirt.database.EncryptedKey;
import org.wirt.database.Home;
import org.wirt.engine.Given;
import org.wirt.engine.TrustsEverybody;
import org.wirt.engine.Visitor;

/// Encrypted web sites on a hosting node: each host has a certificate of its own, asked for at each handshake.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NginxTlsTest implements OnNode {

    private static final long SIZE = 512L << 20;
    private static final int PORT = RunningNode.SETTINGS.ports().https().number();

    private static SSLSocket socket(String host) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket();
        var parameters = socket.getSSLParameters();
        if (!host.isEmpty()) parameters.setServerNames(List.of(new SNIHostName(host)));
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static X509Certificate shown(String host) throws IOException, GeneralSecurityException {
        try (var socket = socket(host);
                var _ = new Visitor(socket, PORT)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static List<String> names(String host) throws IOException, GeneralSecurityException {
        return shown(host).getSubjectAlternativeNames().stream()
                .map(name -> name.get(1).toString())
                .toList();
    }

    private static void film(Given given) throws IOException {
        try (var file =
                new RandomAccessFile(given.home.resolve("httpdocs/film.bin").toFile(), "rw")) {
            file.setLength(SIZE);
        }
    }

    private static Given certified() {
        var given = RunningNode.customer();
        await().atMost(Duration.ofSeconds(5)).until(() -> names(given.host).contains(given.host));
        return given;
    }

    @Test
    void aNewSiteHasACertificateOfItsOwn() throws Exception {
        var given = certified();
        assertThat(names("www." + given.host)).contains(given.host, "www." + given.host);
        try (var visitor = new Visitor(socket(given.host), PORT)) {
            assertThat(visitor.ask("GET", given.host, "/").status()).isEqualTo(200);
        }
    }

    @Test
    void whoComesUnderNoNameOrNobodysGetsTheNodes() throws Exception {
        assertThat(names("")).contains("localhost");
        assertThat(names("nobody.example")).contains("localhost");
    }

    @Test
    void aCertificateOfTheCustomersHoldsFromTheNextHandshakeUntilItIsTakenAway() throws Exception {
        var given = certified();
        var made = Certificate.of(List.of(given.host, "brought.example"));
        var secret = Home.secret(RunningNode.ENVIRONMENT, EncryptedKey.SECRET).orElseThrow();
        given.database.execute(
                "insert into wirt.certificate (site_id, subscription_id, customer_id, reseller_id, node_id, chain, key) "
                        + "select id, subscription_id, customer_id, reseller_id, node_id, ?, ? from wirt.site where id = ?",
                made.chain(),
                EncryptedKey.pem(made.key(), secret),
                given.site);
        assertThat(names(given.host)).contains("brought.example");
        given.suspend(Given.Cause.CUSTOMER);
        assertThat(names(given.host)).as("also while it is dark").contains("brought.example");
        given.database.execute("delete from wirt.certificate where site_id = ?", given.site);
        assertThat(names(given.host)).contains("www." + given.host);
    }

    @Test
    void aDownloadThatRunsIsCut() throws Exception {
        var given = certified();
        film(given);
        try (var visitor = new Visitor(socket(given.host), PORT)) {
            visitor.send("GET", given.host, "/film.bin");
            visitor.skip(1 << 20);
            given.suspend(Given.Cause.CUSTOMER);
            var start = System.nanoTime();
            var rest = visitor.drain();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(rest).isLessThan(SIZE / 2);
        }
    }

    @Test
    void aDownloadOverHttp2IsCutAndOtherSitesOnTheConnectionComeBack() throws Exception {
        var given = certified();
        var other = RunningNode.customer();
        film(given);
        try (var visitor = new Http2Visitor(socket(given.host), PORT)) {
            int film = visitor.ask(given.host, "/film.bin");
            assertThat(visitor.status(film)).isEqualTo(200);
            visitor.take(film, 1 << 20);
            assertThat(visitor.status(other.host, "/"))
                    .as("beside the download")
                    .isEqualTo(200);
            given.suspend(Given.Cause.CUSTOMER);
            var start = System.nanoTime();
            visitor.drain(film);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(visitor.taken(film)).isLessThan(SIZE / 2);
        }
        try (var visitor = new Http2Visitor(socket(given.host), PORT)) {
            assertThat(visitor.status(given.host, "/film.bin")).isEqualTo(503);
            assertThat(visitor.status(other.host, "/")).isEqualTo(200);
        }
    }

    @Test
    void eachRequestOnAnOpenHttp2ConnectionIsLookedUpAnew() throws Exception {
        var given = certified();
        try (var visitor = new Http2Visitor(socket(given.host), PORT)) {
            assertThat(visitor.status(given.host, "/")).isEqualTo(200);
            given.suspend(Given.Cause.CUSTOMER);
            assertThat(visitor.status(given.host, "/")).isEqualTo(503);
            given.activate(Given.Cause.CUSTOMER);
            assertThat(visitor.status(given.host, "/")).isEqualTo(200);
            assertThat(visitor.status("nobody.example", "/")).isEqualTo(404);
            assertThat(visitor.status("a'--", "/")).isEqualTo(400);
        }
    }

    /// Whatever a visitor says that he wants to see, he is shown the node's own certificate or nothing.
    @ParameterizedTest
    @ValueSource(strings = {"a'--.example", "*.example", "../../key", "x\u0000y", "a b", "\u00fc\u00ff", "."})
    void junkForANameIsNobodys(String name) throws Exception {
        try (var socket = socket("");
                var _ = new Visitor(named(socket, name), PORT)) {
            socket.startHandshake();
            var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(shown.getSubjectAlternativeNames().toString()).contains("localhost");
        } catch (SSLException e) {
            // Refused: a name with a zero, for one.
            assertThat(e).hasMessageNotContaining("internal_error");
        }
        assertThat(names("")).contains("localhost");
    }

    private static SSLSocket named(SSLSocket socket, String name) {
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIServerName(0, name.getBytes(StandardCharsets.ISO_8859_1)) {}));
        socket.setSSLParameters(parameters);
        return socket;
    }
}
