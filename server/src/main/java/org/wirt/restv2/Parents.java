package org.wirt.restv2;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Exchange;
import org.wirt.dialect.Failed;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;

/// Finds what bodies and queries call a domain.
@Component
class Parents {

    private final SiteDirectory directory;
    private final ScopedTransaction transaction;

    Parents(SiteDirectory directory, ScopedTransaction transaction) {
        this.directory = directory;
        this.transaction = transaction;
    }

    /// Number of the subscription that a domain belongs to.
    long subscription(Exchange exchange, Reference reference) {
        return site(exchange, reference).subscription();
    }

    /// Name of the main domain of the subscription that a domain of that name belongs to.
    String subscription(Exchange exchange, String name) {
        long subscription = site(exchange, new Reference(null, name, null)).subscription();
        return site(exchange, new Reference(subscription, null, null)).host();
    }

    SiteDetails site(Exchange exchange, Reference reference) {
        return transaction
                .read(exchange.scope(), () -> find(reference).flatMap(directory::read))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Domain does not exist"));
    }

    private Optional<Long> find(Reference reference) {
        var found = Stream.of(
                        Stream.ofNullable(reference.id()).map(directory::byId),
                        Same.said(reference.name()).map(directory::byName),
                        Same.said(reference.guid()).map(guid -> guid(guid).flatMap(directory::byGuid)))
                .flatMap(way -> way)
                .toList();
        if (found.isEmpty()) throw Failed.invalid("A domain is named by one of: id, name, guid.");
        return Same.of("The domain", found);
    }

    private static Optional<UUID> guid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
