package org.wirt.dialect;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// Requests for certificates (RFC 2986) with their keys (RFC 5958), made for whoever asks and kept nowhere.
final class CertificateRequests {

    private static final int FEWEST_BITS = 2048;
    private static final int MOST_BITS = 4096;

    private CertificateRequests() {}

    static Element made(Element info) {
        int bits = Ids.number(info.text("bits"))
                .filter(n -> n <= MOST_BITS)
                .map(Math::toIntExact)
                .orElse(info.text("bits").isEmpty() ? FEWEST_BITS : 0);
        if (bits < FEWEST_BITS || bits > MOST_BITS)
            throw Failed.invalid("A key has " + FEWEST_BITS + " to " + MOST_BITS + " bits.");
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            var pair = generator.generateKeyPair();
            var request = new JcaPKCS10CertificationRequestBuilder(subject(info), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
            return new Element("result")
                    .add("status", "ok")
                    .add("csr", block("CERTIFICATE REQUEST", request.getEncoded()))
                    .add("pvt", block("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException | IllegalArgumentException e) {
            var failed = Failed.invalid("No request can be made of this.");
            failed.addSuppressed(e);
            throw failed;
        }
    }

    private static X500Principal subject(Element info) throws IOException {
        var subject = new X500NameBuilder(BCStyle.INSTANCE);
        Map.of(
                        "country", BCStyle.C,
                        "state", BCStyle.ST,
                        "location", BCStyle.L,
                        "company", BCStyle.O,
                        "dept", BCStyle.OU,
                        "name", BCStyle.CN,
                        "email", BCStyle.EmailAddress)
                .forEach((node, attribute) -> {
                    if (!info.text(node).isEmpty()) subject.addRDN(attribute, info.text(node));
                });
        return new X500Principal(subject.build().getEncoded());
    }

    private static String block(String name, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }
}
