package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.database.Certificate;
import org.wirt.database.EncryptedKey;
import org.wirt.database.Home;
import org.wirt.engine.Given;
import org.wirt.engine.TrustsEverybody;
import org.wirt.engine.WebEngineContract.Visitor;

/// Encrypted web sites on a hosting node: each host has a certificate of its own, asked for at each handshake.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NginxTlsTest {

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
        var size = 512L << 20;
        try (var file =
                new RandomAccessFile(given.home.resolve("httpdocs/film.bin").toFile(), "rw")) {
            file.setLength(size);
        }
        try (var visitor = new Visitor(socket(given.host), PORT)) {
            visitor.send("GET", given.host, "/film.bin");
            visitor.skip(1 << 20);
            given.suspend(Given.Cause.CUSTOMER);
            var start = System.nanoTime();
            var rest = visitor.drain();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(rest).isLessThan(size / 2);
        }
    }
}
