package org.wirt.dialect;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDirectory;

/// How packets name the domains whose DNS they mean, and what is said where they mean none.
@Component
class ZoneFinder {

    static final String SITE = "site-id";
    static final String ALIAS = "site-alias-id";
    static final String NAME = "dns-zone-name";

    private static final String MISSING = "Domain does not exist.";

    private final SiteDirectory sites;
    private final KeptObjects kept;
    private final ScopedTransaction transaction;

    ZoneFinder(SiteDirectory sites, KeptObjects kept, ScopedTransaction transaction) {
        this.sites = sites;
        this.kept = kept;
        this.transaction = transaction;
    }

    /// Call within a scoped transaction.
    Optional<Long> site(String kind, String value) {
        return switch (kind) {
            case SITE -> Ids.number(value).flatMap(sites::byId);
            case NAME -> sites.byName(value);
            default -> Optional.empty();
        };
    }

    /// @throws Failed where there is no such domain, or it has no DNS of its own
    long needed(Exchange exchange, String kind, String value) {
        return transaction
                .read(exchange.scope(), () -> site(kind, value))
                .orElseThrow(() -> kind.equals(ALIAS) ? ofAlias(exchange, value) : missing());
    }

    static Failed missing() {
        return new Failed(ErrorNumbers.NO_OWNER, MISSING);
    }

    /// A domain's other name is only kept: it has no records.
    private Failed ofAlias(Exchange exchange, String alias) {
        boolean known = transaction
                .read(exchange.scope(), () -> Ids.number(alias).flatMap(id -> kept.find(SiteAliasOperator.KIND, id)))
                .isPresent();
        return known ? new Failed(ErrorNumbers.NOT_SUPPORTED, "A domain alias has no records of its own.") : missing();
    }
}
