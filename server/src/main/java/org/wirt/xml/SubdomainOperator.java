package org.wirt.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.value.DomainName;

/// Subdomains in the old way of naming them: sites of the same subscription below another of its domains.
@Component
class SubdomainOperator implements Operator {

    private static final String MISSING = "Subdomain does not exist";
    private static final String PARENT = "subdomain-of";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name"), Set.of("parent-name"));

    private final SiteDirectory sites;
    private final Kept kept;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    SubdomainOperator(SiteDirectory sites, Kept kept, Deeds deeds, ScopedTransaction transaction) {
        this.sites = sites;
        this.kept = kept;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("subdomain");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "add", Operation.needing(this::add, "parent", "name"),
                "get", Operation.filtered(KINDS, this::get),
                "del", Operation.filtered(KINDS, this::del));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var properties = HostingWords.properties(asked);
            var root = properties.getOrDefault("www_root", asked.text("home"));
            if (!root.isEmpty() && !root.replaceFirst("^/+", "").equalsIgnoreCase(asked.text("name")))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The document root of a site is named after its domain.");
            long id = deeds.together(exchange, () -> {
                var parent = sites.byName(asked.text("parent"))
                        .flatMap(sites::read)
                        .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
                long made = deeds.make(
                        exchange,
                        "site.create",
                        parent.subscription(),
                        Map.of("domain", asked.text("name") + "." + parent.host()));
                kept.keep(Kept.Subject.SITE, made, Map.of(PARENT, parent.host()));
                kept.keep(Kept.Subject.SITE, made, HostingWords.kept(properties));
                return made;
            });
            return new Element("result").add("status", "ok").add("id", id);
        });
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, (site, parent, result) -> {
            var data = new Element("data")
                    .add("parent", new DomainName(parent).display())
                    .add("name", new DomainName(site.host()).display());
            data.add(HostingWords.property("www_root", site.home() + "/" + site.docroot()));
            var words = transaction.read(exchange.scope(), () -> kept.of(Kept.Subject.SITE, site.id()));
            words.forEach((name, value) -> {
                if (name.startsWith(HostingWords.PROPERTY))
                    data.add(HostingWords.property(name.substring(HostingWords.PROPERTY.length()), value));
            });
            return result.add(data);
        });
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        CustomerOperator.refuseAll(asked);
        each(asked, exchange, results, (site, _, result) -> {
            deeds.start(exchange, "site.remove", site.id(), Map.of());
            return result;
        });
    }

    private interface Work {
        Element of(SiteDetails site, String parent, Element result);
    }

    private record Found(SiteDetails site, String parent) {}

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        var filter = Filter.of(asked);
        for (var value : filter.isAll() ? List.of("") : filter.values()) {
            var found = transaction.read(exchange.scope(), () -> found(filter.kind(), value));
            if (found.isEmpty() && KINDS.one().contains(filter.kind()))
                results.accept(
                        new Failed(ErrorNumbers.MISSING, MISSING).result().add("filter-id", value));
            else if (found.isEmpty() && filter.isAll()) results.accept(new Element("result").add("status", "ok"));
            else if (found.isEmpty())
                results.accept(new Element("result").add("status", "ok").add("filter-id", value));
            for (var one : found) {
                var key = filter.isAll() ? Long.toString(one.site.id()) : value;
                exchange.tell(
                        results,
                        result -> result.add("filter-id", key).add("id", one.site.id()),
                        () -> work.of(
                                one.site,
                                one.parent,
                                new Element("result")
                                        .add("status", "ok")
                                        .add("filter-id", key)
                                        .add("id", one.site.id())));
            }
        }
    }

    private List<Found> found(String kind, String value) {
        var ids = switch (kind) {
            case "id" -> Ids.number(value).flatMap(sites::byId).stream().toList();
            case "name" -> sites.byName(value).stream().toList();
            case "parent-name" ->
                sites.byName(value)
                        .flatMap(sites::read)
                        .map(parent -> sites.after(Optional.of(parent.subscription()), true, 0, 10_000))
                        .orElseGet(List::of);
            default -> sites.after(Optional.empty(), true, 0, 100_000);
        };
        var words = kept.of(Kept.Subject.SITE, ids);
        var all = new ArrayList<Found>();
        sites.read(ids).values().stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .forEach(site -> {
                    var parent = words.getOrDefault(site.id(), Map.of()).get(PARENT);
                    boolean wanted = parent != null && (!kind.equals("parent-name") || parent.equalsIgnoreCase(value));
                    if (parent != null && wanted) all.add(new Found(site, parent));
                });
        return all;
    }
}
