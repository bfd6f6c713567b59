package org.wirt.dialect;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Certificates;
import org.wirt.hosting.SiteDirectory;

/// Keys and requests for certificates, and certificates of domains. One that is installed is used by the web server; a
/// site has one at a time.
@Component
class CertificateOperator implements Operator {

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("name"), Set.of());
    /// What it is called, and to which certificate that name was given: another one may have come by the panel's pages.
    private static final String NAME = "certificate";

    private static final String CHAIN = "certificate-sha256";
    private static final int FEWEST_BITS = 2048;
    private static final int MOST_BITS = 4096;

    private final SiteDirectory sites;
    private final Certificates certificates;
    private final Kept kept;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    CertificateOperator(
            SiteDirectory sites, Certificates certificates, Kept kept, Deeds deeds, ScopedTransaction transaction) {
        this.sites = sites;
        this.certificates = certificates;
        this.kept = kept;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("certificate");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put("generate", Operation.needing(this::generate, "info"));
        all.put("install", Operation.needing(this::install, "name", "content"));
        all.put("update", Operation.needing(this::install, "name", "content"));
        all.put("remove", Operation.filtered(KINDS, this::remove));
        return all;
    }

    /// A request for a certificate (RFC 2986) and its key (RFC 5958), which are kept nowhere.
    private void generate(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var info = asked.needed("info");
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
                var request = new JcaPKCS10CertificationRequestBuilder(
                                new X500Principal(subject.build().getEncoded()), pair.getPublic())
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
        });
    }

    private static String block(String name, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }

    private void install(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var content = asked.needed("content");
            var certificate = content.text("cert");
            if (certificate.isEmpty())
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Keys and requests without a certificate are not kept.");
            deeds.together(exchange, () -> {
                long site = site(asked);
                var chain = (certificate + "\n" + content.text("ca")).strip();
                deeds.start(
                        exchange, "site.certificate", site, Map.of("certificate", chain, "key", content.text("pvt")));
                var names = Map.of(
                        NAME,
                        asked.text("name"),
                        CHAIN,
                        certificates.fingerprint(site).orElse(""));
                kept.keep(exchange, Kept.Subject.SITE, site, names);
                return true;
            });
            return new Element("result").add("status", "ok");
        });
    }

    private long site(Element asked) {
        return Optional.of(asked.text("webspace"))
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.of(asked.text("site")).filter(name -> !name.isEmpty()))
                .map(name -> sites.byName(name)
                        .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, WebspaceOperator.MISSING)))
                .orElseThrow(() -> new Failed(
                        ErrorNumbers.NOT_SUPPORTED, "Certificates belong to domains: name a webspace or a site."));
    }

    private void remove(Element asked, Exchange exchange, Consumer<Element> results) {
        for (var name : Filter.of(asked).values())
            exchange.tell(results, result -> result.add("name", name), () -> {
                long site = transaction.read(exchange.scope(), () -> {
                    long found = site(asked);
                    var words = kept.of(Kept.Subject.SITE, found);
                    var chain = certificates.fingerprint(found);
                    if (!name.equals(words.get(NAME)) || !chain.equals(Optional.ofNullable(words.get(CHAIN))))
                        throw new Failed(ErrorNumbers.MISSING, "Certificate does not exist");
                    return found;
                });
                deeds.together(exchange, () -> {
                    deeds.start(exchange, "site.uncertify", site, Map.of());
                    kept.forget(exchange, Kept.Subject.SITE, site, List.of(NAME, CHAIN));
                    return true;
                });
                return new Element("result").add("status", "ok").add("name", name);
            });
    }
}
