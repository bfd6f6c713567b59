package org.wirt.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.hosting.CertificateKeys;
import org.wirt.hosting.Certificates;

/// Certificates by the names that clients give them, of the administrator and of sites: many of each, of which a site
/// uses one. Also a key that waits for its certificate is one. The key is kept as those of sites are, and told nobody.
/// Call within a scoped transaction.
@Component
class KeptCertificates {

    /// Whose.
    record Pool(Kept.Subject subject, long id) {}

    static final String KIND = "certificate";
    private static final String KEY = "pvt";
    /// SHA-256 of what the site has used of it: another certificate may have come by the panel's pages since.
    private static final String USED = "used";

    private static final String MISSING = "Certificate does not exist";
    private static final int LONGEST_NAME = 200;

    private final KeptObjects kept;
    private final CertificateKeys keys;
    private final Certificates certificates;
    private final Deeds deeds;

    KeptCertificates(KeptObjects kept, CertificateKeys keys, Certificates certificates, Deeds deeds) {
        this.kept = kept;
        this.keys = keys;
        this.certificates = certificates;
        this.deeds = deeds;
    }

    /// @throws Failed 1007 where there is one of that name
    void add(Exchange exchange, Pool pool, String name, Element content) {
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw Failed.invalid("The name of a certificate has 1 to " + LONGEST_NAME + " characters.");
        var data = data(exchange, pool, content, Optional.empty());
        kept.add(exchange, new KeptObjects.New(KIND, pool.subject, pool.id, name, data));
    }

    void change(Exchange exchange, Pool pool, String name, Element content) {
        var one = named(pool, name);
        kept.change(exchange, one, one.name(), data(exchange, pool, content, Optional.of(one)));
    }

    /// A site that uses it has the server's own again.
    void remove(Exchange exchange, Pool pool, String name) {
        var one = named(pool, name);
        kept.remove(exchange, one);
        if (pool.subject == Kept.Subject.SITE
                && certificates.fingerprint(pool.id).equals(Optional.of(one.text(USED))))
            deeds.start(exchange, "site.uncertify", pool.id, Map.of());
    }

    /// By whose they are.
    Map<Long, List<String>> names(Kept.Subject subject, Collection<Long> ids) {
        var all = new HashMap<Long, List<String>>();
        for (var id : ids) all.put(id, new ArrayList<>());
        for (var one : kept.of(KIND, subject, ids))
            all.computeIfAbsent(one.subjectId(), _ -> new ArrayList<>()).add(one.name());
        return all;
    }

    private KeptObjects.One named(Pool pool, String name) {
        return kept.of(KIND, pool.subject, List.of(pool.id)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
    }

    private Map<String, String> data(Exchange exchange, Pool pool, Element content, Optional<KeptObjects.One> before) {
        var chain = content.text("cert").isEmpty() ? "" : (content.text("cert") + "\n" + content.text("ca")).strip();
        var data = new LinkedHashMap<String, String>();
        data.put(KEY, keys.hidden(content.text(KEY), content.text("csr"), chain));
        for (var part : List.of("csr", "cert", "ca"))
            if (!content.text(part).isEmpty()) data.put(part, content.text(part));
        // Until the new certificate has come the site goes on with the old one.
        var used = chain.isEmpty()
                ? before.map(one -> one.text(USED)).filter(text -> !text.isEmpty())
                : use(exchange, pool, chain, content.text(KEY));
        used.ifPresent(fingerprint -> data.put(USED, fingerprint));
        return data;
    }

    /// The administrator's belong to no site; that of a site is what its web server shows from now on.
    private Optional<String> use(Exchange exchange, Pool pool, String chain, String key) {
        if (pool.subject != Kept.Subject.SITE) return Optional.empty();
        deeds.start(exchange, "site.certificate", pool.id, Map.of("certificate", chain, "key", key));
        return certificates.fingerprint(pool.id);
    }
}
