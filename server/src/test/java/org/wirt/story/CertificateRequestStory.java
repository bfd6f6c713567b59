package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.Test;

/// Requests for certificates that billing systems hand on to an authority, which takes them as they are.
class CertificateRequestStory extends BillersDeedsTest {

    private static final String REST = "<bits>2048</bits><state>Bayern</state><location>Ulm</location>"
            + "<company>Gasthof Löwen</company><email>a@gasthof.example</email>";

    private static String generate(String info, String more) {
        return "<certificate><generate><info>" + REST + info + "</info>" + more + "</generate></certificate>";
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(PrivateKey key) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    private static PKCS10CertificationRequest request(Biller.Answer answer) {
        try (var parser = new PEMParser(new StringReader(answer.at("//csr")))) {
            return (PKCS10CertificationRequest) parser.readObject();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void isSignedBy(PKCS10CertificationRequest request, PublicKey key) {
        try {
            assertThat(new JcaPKCS10CertificationRequest(request).getPublicKey().getEncoded())
                    .isEqualTo(key.getEncoded());
            assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key)))
                    .isTrue();
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoHasAKeyAsksWithThatOne() {
        var name = "<name>gasthof.example</name>";
        for (var pair : List.of(keys("RSA", 3072), keys("EC", 256), keys("EC", 384)))
            for (var node : List.of("PVT", "pvt")) {
                var key = "<" + node + ">" + pem(pair.getPrivate()) + "</" + node + ">";
                var answer = biller.ask(generate(name, key));
                assertThat(answer.at("//result/status")).as(answer.text()).isEqualTo("ok");
                isSignedBy(request(answer), pair.getPublic());
                assertThat(answer.at("//pvt")).startsWith("-----BEGIN PRIVATE KEY-----");
            }
        for (var wrong : List.of(
                "kein Schlüssel",
                pem(keys("RSA", 1024).getPrivate()),
                pem(keys("Ed25519", 255).getPrivate()))) refused("1019", generate(name, "<PVT>" + wrong + "</PVT>"));
        refused("1014", generate(name, "<PVT>a</PVT><pvt>b</pvt>"));
        done(generate(name, "<PVT/>"));
    }

    @Test
    void whatNoAuthorityTakesIsNotAskedFor() {
        var answer = biller.ask(generate("<country>de</country><name>müller.example</name>", ""));
        assertThat(request(answer).getSubject().toString())
                .contains("C=DE", "CN=xn--mller-kva.example", "O=Gasthof Löwen");
        assertThat(request(biller.ask(generate("<name>*.gasthof.example</name>", "")))
                        .getSubject()
                        .toString())
                .contains("CN=*.gasthof.example");
        refused("1019", generate("<country>Germany</country><name>gasthof.example</name>", ""));
        refused("1019", generate("<country>DE</country><name/>", ""));
        refused("1019", generate("<country>DE</country><name>Gasthof Löwen</name>", ""));
        refused("1014", generate("<country>DE</country>", ""));
        refused("1019", generate("<name>gasthof.example</name>", "").replace("a@", "ä@"));
    }

    @Test
    void whoseACertificateIsAndForWhichAddressIsSaidWithoutMistake() {
        var host = Given.unique() + ".example";
        done(webspace(host, made(login, ""), ""));
        var made = biller.ask(generate("<name>" + host + "</name>", ""));
        var said = "<certificate><%1$s><name>x</name>%2$s<content><csr>" + made.at("//csr") + "</csr><pvt>"
                + made.at("//pvt") + "</pvt></content>%3$s</%1$s></certificate>";
        var site = "<site>" + host + "</site>";
        for (var owners : List.of(site + "<admin/>", site + "<webspace>" + host + "</webspace>", site + site)) {
            refused("1014", said.formatted("install", owners, ""));
            refused("1014", said.formatted("update", owners, ""));
            refused(
                    "1014",
                    "<certificate><remove><filter><name>x</name></filter>" + owners + "</remove></certificate>");
        }
        for (var owner : List.of(site, "<admin/>"))
            refused("1018", said.formatted("install", owner, "<ip_address>203.0.113.9</ip_address>"));
        done(said.formatted("install", site, "<ip_address>127.0.0.1</ip_address>"));
        refused("1018", said.formatted("update", site, "<ip_address>203.0.113.9</ip_address>"));
        refused("1019", "<certificate><remove><filter/>" + site + "</remove></certificate>");
        done("<certificate><remove><filter><name>x</name></filter>" + site + "</remove></certificate>");
    }
}
