package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.database.Certificate;
import org.wirt.database.EncryptedKey;
import org.wirt.value.InvalidValue;

/// What customers paste as certificate and key, and what becomes of it.
class KeyAndChainTest {

    /// What `openssl ecparam -genkey` writes: the curve first, then the key (RFC 5915).
    private static final String OF_OPENSSL = """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIG9VWv4pCsQihHE4ZpAHFA3rG5dp8VQ/V7skbQMwws/zoAoGCCqGSM49
            AwEHoUQDQgAEOlWAThLLqT7gAepvBeqPF0OTLyv6L91uObBhqNhJ0gTlIhSm3DUD
            4rxtUX3JOF0mroMb7864O97eglhi4up24w==
            -----END EC PRIVATE KEY-----
            """;

    private static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) generator.initialize(new ECGenParameterSpec("secp256r1"));
            else generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate signed(String name, KeyPair own, String issuer, KeyPair by, String... hosts)
            throws Exception {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.TEN,
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(30, ChronoUnit.DAYS)),
                new X500Name(name),
                own.getPublic());
        if (hosts.length > 0)
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(Arrays.stream(hosts)
                            .map(host -> new GeneralName(GeneralName.dNSName, host))
                            .toArray(GeneralName[]::new)));
        var algorithm = by.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(by.getPrivate())));
    }

    private static String pem(Object something) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(something);
        }
        return text.toString();
    }

    @Test
    void aChainIsPutInOrderWhateverItCameIn() throws Exception {
        var root = keys("EC", 0);
        var middle = keys("EC", 0);
        var own = keys("RSA", 2048);
        var top = signed("CN=Root", root, "CN=Root", root);
        var between = signed("O=Amt Berg, CN=Stufe 2", middle, "CN=Root", root);
        var site = signed("CN=a.example", own, "O=Amt Berg, CN=Stufe 2", middle, "a.example", "*.a.example");
        var stranger = signed("CN=b.example", keys("EC", 0), "CN=Elsewhere", root, "b.example");
        var text = pem(stranger) + pem(top) + "\nwords between\n" + pem(site) + pem(between);
        var both = KeyAndChain.of(KeyAndChain.certificates(text), KeyAndChain.privateKey(pem(own.getPrivate())));
        assertThat(both.chain()).containsExactly(site, between, top);
        assertThat(KeyAndChain.certificates(both.pem())).isEqualTo(both.chain());
        assertThat(KeyAndChain.issuerName(both.own())).isEqualTo("Amt Berg, Stufe 2");
    }

    @Test
    void aStarStandsForOneLabel() throws Exception {
        var own = keys("EC", 0);
        var certificate = signed("CN=x", own, "CN=x", own, "*.a.example", "b.example");
        assertThat(List.of("www.a.example", "B.example")).allMatch(host -> KeyAndChain.covers(certificate, host));
        assertThat(List.of("a.example", "x.y.a.example", "www.b.example", "example"))
                .noneMatch(host -> KeyAndChain.covers(certificate, host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void keysAreReadInTheirUsualForm(String algorithm) throws Exception {
        var key = keys(algorithm, 2048).getPrivate();
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(key, null));
        }
        assertThat(KeyAndChain.privateKey(text.toString())).isEqualTo(key);
    }

    @Test
    void keysAreReadInTheFormsOfTheirKindToo() throws Exception {
        var rsa = keys("RSA", 2048).getPrivate();
        assertThat(KeyAndChain.privateKey(pem(rsa))).isEqualTo(rsa);
        assertThat(KeyAndChain.privateKey(OF_OPENSSL).getAlgorithm()).isEqualTo("EC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
    void whatIsNoneIsRefused(String text) {
        refused("certificate-form", () -> KeyAndChain.certificates(text));
        refused("key-form", () -> KeyAndChain.privateKey(text));
    }

    @Test
    void moreThanAnyChainIsNotRead() throws Exception {
        var own = keys("EC", 0);
        var one = pem(signed("CN=x", own, "CN=x", own));
        refused("certificate-too-long", () -> KeyAndChain.certificates(one.repeat(11)));
        refused("certificate-too-long", () -> KeyAndChain.certificates(" ".repeat(60_001)));
        refused("key-form", () -> KeyAndChain.privateKey(" ".repeat(60_001)));
    }

    @Test
    void aKeyOfAnotherOneTooWeakOrOneWithAPasswordIsRefused() throws Exception {
        var own = keys("EC", 0);
        var weak = keys("RSA", 1024);
        var certificate = signed("CN=x", own, "CN=x", own);
        refused(
                "key-of-another",
                () -> KeyAndChain.of(List.of(certificate), keys("EC", 0).getPrivate()));
        refused("key-of-another", () -> KeyAndChain.of(List.of(certificate), weak.getPrivate()));
        refused("key-weak", () -> KeyAndChain.of(List.of(signed("CN=x", weak, "CN=x", weak)), weak.getPrivate()));
        var hidden = EncryptedKey.pem(own.getPrivate(), "secret");
        assertThat(hidden).contains("ENCRYPTED PRIVATE KEY");
        refused("key-encrypted", () -> KeyAndChain.privateKey(hidden));
    }

    @Test
    void theServersOwnFitsTheHostHoweverLongItIs() {
        var host = "a.".repeat(60) + "example";
        var made = Certificate.of(List.of(host, "www." + host));
        var both = KeyAndChain.of(KeyAndChain.certificates(made.chain()), made.key());
        assertThat(KeyAndChain.covers(both.own(), host)).isTrue();
    }

    private static void refused(String code, Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        wrong -> assertThat(wrong.in("x").code()).isEqualTo(code));
    }

    private interface Attempt {
        void run() throws Exception;
    }
}
