package org.wirt.hosting;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.DomainName;

/// The certificates that customers have brought, as they are shown. Call within a scoped transaction.
@Component
public class Certificates {

    /// @param issuer who vouches for it
    /// @param names the hosts it is for
    /// @param fits whether the site's host is one of them; not so after the site was renamed
    public record Shown(String issuer, List<String> names, Instant from, Instant until, boolean fits) {

        static Shown of(X509Certificate certificate, String host) {
            return new Shown(
                    KeyAndChain.issuerName(certificate),
                    KeyAndChain.names(certificate),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    KeyAndChain.covers(certificate, host));
        }
    }

    private final DSLContext database;

    Certificates(DSLContext database) {
        this.database = database;
    }

    /// SHA-256 of what a site has in place of the server's own; empty where it has nothing.
    public Optional<String> fingerprint(long site) {
        return database.resultQuery(
                        "select encode(sha256(convert_to(chain, 'UTF8')), 'hex') from wirt.certificate where site_id = ?",
                        site)
                .fetchOptional(r -> r.get(0, String.class));
    }

    /// Whether it would hold for the site under this name, too; the server's own always does.
    boolean covers(Site site, DomainName name) {
        return database
                .resultQuery("select chain from wirt.certificate where site_id = ?", site.id())
                .fetch(r ->
                        KeyAndChain.certificates(r.get("chain", String.class)).getFirst())
                .stream()
                .allMatch(certificate -> KeyAndChain.covers(certificate, name.ascii()));
    }

    /// Empty where the server's own is used.
    public Optional<Shown> of(Site site) {
        return database.resultQuery("select chain from wirt.certificate where site_id = ?", site.id())
                .fetchOptional(r -> Shown.of(
                        KeyAndChain.certificates(r.get("chain", String.class)).getFirst(), site.host()));
    }
}
