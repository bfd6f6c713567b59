package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDirectory;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;

/// Subdomains in the old way of naming them: sites of the same subscription below another of its domains.
@Component
class SubdomainOperator implements Operator {

    private static final String MISSING = "Subdomain does not exist";

    /// The packet's own words, which may stand beside properties as the oldest packets write them.
    private static final Set<String> OWN = Set.of("parent", "name", "home");

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name"), Set.of("parent-name"));

    private final SiteDirectory sites;
    private final SubscriptionDirectory subscriptions;
    private final Subdomains subdomains;
    private final Kept kept;
    private final Filtered objects;
    private final Deeds deeds;

    SubdomainOperator(
            SiteDirectory sites,
            SubscriptionDirectory subscriptions,
            Subdomains subdomains,
            Kept kept,
            Matches matches,
            Deeds deeds) {
        this.subdomains = subdomains;
        this.subscriptions = subscriptions;
        this.sites = sites;
        this.kept = kept;
        this.objects = new Filtered(matches, KINDS, finder(), MISSING);
        this.deeds = deeds;
    }

    @Override
    public List<String> names() {
        return List.of("subdomain");
    }

    @Override
    public Optional<Filtered> filtered() {
        return Optional.of(objects);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "add", Operation.needing(this::add, "parent", "name"),
                "get", Operation.filtered(KINDS, this::get),
                "rename", Operation.needing(this::rename, "id", "name"),
                "del", Operation.filtered(KINDS, this::del));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var properties = HostingProperties.of(asked);
            var root = properties.getOrDefault("www_root", asked.text("home"));
            properties.keySet().removeAll(OWN);
            long id = deeds.together(exchange, () -> {
                var parent = sites.byName(asked.text("parent"))
                        .flatMap(sites::read)
                        .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, WebspaceOperator.MISSING));
                subscriptions
                        .read(parent.subscription())
                        .ifPresent(webspace -> HostingProperties.refuseOwnUser(properties, webspace.systemUser()));
                var name = Subdomains.whole(asked.text("name"), parent.host());
                if (!isCalled(root.replaceFirst("^/+", ""), name, parent.host()))
                    HostingProperties.refuseOtherRoot(Map.of("www_root", root), parent.home(), folder(name));
                subdomains.room(exchange, parent);
                long made = deeds.make(exchange, "site.create", parent.subscription(), Map.of("domain", name));
                subdomains.keep(exchange, made, parent);
                kept.keep(exchange, Kept.Subject.SITE, made, HostingProperties.kept(properties));
                return made;
            });
            return new Element("result").add("status", "ok").add("id", id);
        });
    }

    /// The folder of a subdomain may be said by its left part alone.
    private static boolean isCalled(String folder, String name, String parent) {
        return !folder.isEmpty() && Subdomains.whole(folder, parent).equalsIgnoreCase(name);
    }

    /// The folder of a domain is called like it.
    static String folder(String name) {
        try {
            return new DomainName(name).ascii();
        } catch (InvalidValue _) {
            return name;
        }
    }

    private void rename(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            deeds.together(exchange, () -> Ids.number(asked.text("id")).flatMap(this::find), MISSING, found -> {
                subdomains.permit(exchange, found.site);
                deeds.rename(
                        exchange, found.site.id(), Forms.name(asked).map(name -> Subdomains.whole(name, found.parent)));
            });
            return new Element("result").add("status", "ok");
        });
    }

    private Optional<Found> find(long id) {
        return Optional.ofNullable(read(List.of(id)).get(id));
    }

    private record Found(SiteDetails site, String parent, Map<String, String> kept) {}

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        objects.read(asked, exchange, results, this::read, (result, found) -> result.add(told(found)));
    }

    private static Element told(Found found) {
        var site = found.site;
        var data = new Element("data")
                .add("parent", new DomainName(found.parent).display())
                .add("name", new DomainName(site.host()).display())
                .add(HostingProperties.property("www_root", site.home() + "/" + site.docroot()));
        found.kept.forEach((name, value) -> {
            if (name.startsWith(HostingProperties.PREFIX))
                data.add(HostingProperties.property(name.substring(HostingProperties.PREFIX.length()), value));
        });
        return data;
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        objects.each(
                asked,
                exchange,
                results,
                id -> deeds.together(exchange, () -> find(id), MISSING, found -> {
                    subdomains.permit(exchange, found.site);
                    deeds.start(exchange, "site.remove", id, Map.of());
                }));
    }

    /// Those of the sites that are subdomains.
    private Map<Long, Found> read(Collection<Long> ids) {
        var words = kept.of(Kept.Subject.SITE, ids);
        var parents = subdomains.parents(ids);
        var all = new HashMap<Long, Found>();
        sites.read(ids)
                .forEach((id, site) -> Optional.ofNullable(parents.get(id))
                        .ifPresent(parent ->
                                all.put(id, new Found(site, parent.host(), words.getOrDefault(id, Map.of())))));
        return all;
    }

    private Matches.Finder finder() {
        return new Matches.Finder() {
            @Override
            public Optional<Long> one(String kind, String value) {
                var found = kind.equals("id") ? Ids.number(value).flatMap(sites::byId) : sites.byName(value);
                return found.filter(id -> read(List.of(id)).containsKey(id));
            }

            @Override
            public List<Long> after(String kind, String value, long after, int most) {
                if (kind.isEmpty()) return subdomains.below(Optional.empty(), after, most);
                return sites.byName(value)
                        .flatMap(sites::read)
                        .map(parent -> subdomains.below(Optional.of(parent), after, most))
                        .orElseGet(List::of);
            }
        };
    }
}
