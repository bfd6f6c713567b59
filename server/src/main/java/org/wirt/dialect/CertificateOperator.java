package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDirectory;

/// Requests for certificates, and certificates under names: the administrator's, and those of domains. The last one
/// that came for a domain is used by its web server.
@Component
class CertificateOperator implements Operator {

    private static final String ADMINISTRATOR = "admin";
    private static final List<String> OWNERS = List.of(ADMINISTRATOR, "webspace", "site");
    /// Packets call the key in capitals, and answers do not.
    private static final List<String> KEYS = List.of("PVT", "pvt");
    private static final Filter.Kinds NAMES = new Filter.Kinds(Set.of("name"), Set.of());
    private static final Filter.Kinds POOLS =
            new Filter.Kinds(Set.of("domain-id", "domain-name", "domain-guid"), Set.of());

    private final SiteDirectory sites;
    private final KeptCertificates certificates;
    private final Addresses addresses;
    private final Matches matches;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    CertificateOperator(
            SiteDirectory sites,
            KeptCertificates certificates,
            Addresses addresses,
            Matches matches,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.sites = sites;
        this.certificates = certificates;
        this.addresses = addresses;
        this.matches = matches;
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
        all.put("generate", Operation.needing(this::generate, "info/name").choosing("", KEYS));
        all.put("install", Operation.needing(this::install, "name", "content").choosing("", OWNERS));
        all.put("update", Operation.needing(this::update, "name", "content").choosing("", OWNERS));
        all.put("remove", Operation.filtered(NAMES, this::remove).choosing("", OWNERS));
        all.put(
                "get-pool",
                new Operation(CertificateOperator::hasPool, this::pool).choosing("", List.of("filter", ADMINISTRATOR)));
        return all;
    }

    private void generate(Element asked, Exchange exchange, Consumer<Element> results) {
        var key = KEYS.stream().map(asked::text).filter(text -> !text.isEmpty()).findFirst();
        exchange.tell(results, () -> CertificateRequests.made(asked.needed("info"), key));
    }

    private void install(Element asked, Exchange exchange, Consumer<Element> results) {
        keep(asked, exchange, results, certificates::add);
    }

    private void update(Element asked, Exchange exchange, Consumer<Element> results) {
        keep(asked, exchange, results, certificates::change);
    }

    private interface Keeping {
        void done(Exchange exchange, KeptCertificates.Pool pool, String name, Element content);
    }

    private void keep(Element asked, Exchange exchange, Consumer<Element> results, Keeping keeping) {
        exchange.tell(results, () -> {
            addresses.check(asked.all("ip_address"));
            deeds.together(exchange, () -> {
                keeping.done(exchange, owner(asked, exchange), asked.text("name"), asked.needed("content"));
                return true;
            });
            return new Element("result").add("status", "ok");
        });
    }

    /// What stands in the node of the administrator means nothing.
    private KeptCertificates.Pool owner(Element asked, Exchange exchange) {
        if (asked.has(ADMINISTRATOR)) {
            exchange.needs(Level.ADMINISTRATOR);
            return new KeptCertificates.Pool(Kept.Subject.ACCOUNT, Scope.ADMINISTRATOR);
        }
        var domain = asked.child("webspace")
                .or(() -> asked.child("site"))
                .orElseThrow(() -> Failed.invalid("Say whose certificate it is: admin, webspace or site."));
        long site = sites.byName(domain.text())
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, WebspaceOperator.MISSING));
        return new KeptCertificates.Pool(Kept.Subject.SITE, site);
    }

    private void remove(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        for (var name : Filter.of(asked).values())
            exchange.tell(results, result -> result.add("name", name), () -> {
                deeds.together(exchange, () -> {
                    certificates.remove(exchange, owner(asked, exchange), name);
                    return true;
                });
                return new Element("result").add("status", "ok").add("name", name);
            });
    }

    private static void hasPool(Element asked) {
        if (!asked.has(ADMINISTRATOR)) Filter.check(asked, POOLS);
    }

    private void pool(Element asked, Exchange exchange, Consumer<Element> results) {
        if (!asked.has(ADMINISTRATOR)) {
            matches.read(
                    exchange,
                    Filter.of(asked),
                    POOLS,
                    finder(),
                    this::ofSites,
                    SiteOperator.MISSING,
                    (result, names) -> result.add(told(names)),
                    results);
            return;
        }
        exchange.tell(results, () -> {
            exchange.needs(Level.ADMINISTRATOR);
            var ids = List.of(Scope.ADMINISTRATOR);
            var names = transaction.read(exchange.scope(), () -> certificates.names(Kept.Subject.ACCOUNT, ids));
            return new Element("result")
                    .add("status", "ok")
                    .add(told(names.getOrDefault(Scope.ADMINISTRATOR, List.of())));
        });
    }

    private Map<Long, List<String>> ofSites(Collection<Long> ids) {
        return certificates.names(Kept.Subject.SITE, ids);
    }

    private static Element told(List<String> names) {
        var all = new Element("certificates");
        for (var name : names) all.add(new Element("certificate").add("name", name));
        return all;
    }

    private Matches.Finder finder() {
        return new Matches.Finder() {
            @Override
            public Optional<Long> one(String kind, String value) {
                return switch (kind) {
                    case "domain-id" -> Ids.number(value).flatMap(sites::byId);
                    case "domain-guid" -> Ids.guid(value).flatMap(sites::byGuid);
                    default -> sites.byName(value);
                };
            }

            @Override
            public List<Long> after(String kind, String value, long after, int most) {
                return sites.after(Optional.empty(), false, after, most);
            }
        };
    }
}
