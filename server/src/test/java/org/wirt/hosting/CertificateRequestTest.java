package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import javax.security.auth.x500.X500Principal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.wirt.value.InvalidValue;
import org.wirt.value.RoomWords;

/// What clients hand in as a request for a certificate.
class CertificateRequestTest {

    private final RoomWords words = new RoomWords("hosting", "value");

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static String request(KeyPair keys) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=a.example"), keys.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        }
        return text.toString();
    }

    @Test
    void itBelongsToTheKeyThatItWasMadeWith() throws Exception {
        var own = keys();
        var asked = CertificateRequest.of(request(own));
        assertThat(asked.publicKey()).isEqualTo(own.getPublic());
        assertThat(asked.of(own.getPrivate())).isSameAs(asked);
        var other = keys().getPrivate();
        refused("key-of-another-request", () -> asked.of(other));
    }

    @Test
    void whatIsNoneIsRefused() throws Exception {
        var cut = request(keys()).replaceFirst("MI[^\n]*\n", "");
        for (var text : new String[] {
            "",
            "request",
            cut,
            " ".repeat(60_001),
            "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
        }) refused("request-form", () -> CertificateRequest.of(text));
    }

    private void refused(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(InvalidValue.class, wrong -> {
            var refusal = wrong.in("x");
            assertThat(refusal.code()).isEqualTo(code);
            for (var language : RoomWords.languages())
                assertThat(words.sentence(refusal, language)).endsWith(".");
        });
    }
}
