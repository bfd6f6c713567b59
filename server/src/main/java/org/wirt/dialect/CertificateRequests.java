package org.wirt.dialect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.wirt.hosting.AskingKey;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;

/// Requests for certificates (RFC 2986) with their keys (RFC 5958), made for whoever asks and kept nowhere.
final class CertificateRequests {

    private static final int FEWEST_BITS = 2048;
    private static final int MOST_BITS = 4096;
    private static final String ANY = "*.";

    private CertificateRequests() {}

    /// @param key as PEM; absent: one is made
    static Element made(Element info, Optional<String> key) {
        try {
            var asking = key.isPresent() ? AskingKey.of(key.get()) : AskingKey.made(bits(info.text("bits")));
            var request = new JcaPKCS10CertificationRequestBuilder(subject(info), asking.shared())
                    .build(new JcaContentSignerBuilder(asking.signature()).build(asking.own()));
            return new Element("result")
                    .add("status", "ok")
                    .add("csr", block("CERTIFICATE REQUEST", request.getEncoded()))
                    .add("pvt", block("PRIVATE KEY", asking.own().getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException | IllegalArgumentException e) {
            var failed = Failed.invalid("No request can be made of this.");
            failed.addSuppressed(e);
            throw failed;
        }
    }

    private static int bits(String said) {
        int bits = Ids.number(said)
                .filter(n -> n <= MOST_BITS)
                .map(Math::toIntExact)
                .orElse(said.isEmpty() ? FEWEST_BITS : 0);
        if (bits < FEWEST_BITS) throw Failed.invalid("A key has " + FEWEST_BITS + " to " + MOST_BITS + " bits.");
        return bits;
    }

    private static X500Principal subject(Element info) throws IOException {
        var subject = new X500NameBuilder(BCStyle.INSTANCE);
        add(subject, BCStyle.C, country(info.text("country")));
        add(subject, BCStyle.ST, info.text("state"));
        add(subject, BCStyle.L, info.text("location"));
        add(subject, BCStyle.O, info.text("company"));
        add(subject, BCStyle.OU, info.text("dept"));
        add(subject, BCStyle.CN, host(Forms.filled(info, "name").orElse("")));
        add(subject, BCStyle.EmailAddress, email(info.text("email")));
        return new X500Principal(subject.build().getEncoded());
    }

    private static void add(X500NameBuilder subject, ASN1ObjectIdentifier attribute, String value) {
        if (!value.isEmpty()) subject.addRDN(attribute, value);
    }

    /// RFC 5280, appendix A: it has two letters.
    private static String country(String said) {
        if (!said.matches("([A-Za-z]{2})?")) throw Failed.invalid("A country has two letters: " + said);
        return said.toUpperCase(Locale.ROOT);
    }

    /// As servers write it. A star stands for one label.
    private static String host(String said) {
        var star = said.startsWith(ANY) ? ANY : "";
        try {
            return star + new DomainName(said.substring(star.length())).ascii();
        } catch (InvalidValue _) {
            throw Failed.invalid("The name of a certificate is that of a host: " + said);
        }
    }

    private static String email(String said) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(said))
            throw Failed.invalid("An e-mail address in a certificate is plain ASCII: " + said);
        return said;
    }

    private static String block(String name, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }
}
