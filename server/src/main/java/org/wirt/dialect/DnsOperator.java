package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDirectory;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Zones;

/// The records of domains. Records of a template are kept and reach no domain.
@Component
class DnsOperator implements Operator {

    private static final String MISSING = "Record does not exist";
    private static final String NO_DOMAIN = "Domain does not exist.";
    private static final String TEMPLATE = "template";
    private static final String KIND = "dns-template";
    private static final String SITE = "site-id";
    private static final String ALIAS = "site-alias-id";
    /// So many are read at once.
    private static final int ZONES = 500;

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of(SITE, ALIAS, "dns-zone-name"));

    private final ZoneRecords records;
    private final Sites sites;
    private final Zones zones;
    private final SiteDirectory directory;
    private final KeptObjects kept;
    private final KeptMatches keptOnes;
    private final Matches matches;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    DnsOperator(
            ZoneRecords records,
            Sites sites,
            Zones zones,
            SiteDirectory directory,
            KeptObjects kept,
            KeptMatches keptOnes,
            Matches matches,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.records = records;
        this.sites = sites;
        this.zones = zones;
        this.directory = directory;
        this.kept = kept;
        this.keptOnes = keptOnes;
        this.matches = matches;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("dns");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put("add_rec", Operation.needing(this::add, "type", "host", "value").choosing("", List.of(SITE, ALIAS)));
        all.put("get_rec", Operation.filtered(KINDS, this::get));
        all.put("del_rec", Operation.filtered(KINDS, this::del));
        all.put("get", new Operation(asked -> asked.child("filter").ifPresent(_ -> Filter.node(asked)), this::zones));
        all.put("get_acl", Operation.of(DnsOperator::transfers));
        all.put("get-status-remote-dns", Operation.of(DnsOperator::remote));
        return all;
    }

    /// Who may copy zones: nobody, so that no host is told.
    private static void transfers(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        results.accept(new Element("result").add("status", "ok"));
    }

    /// Zones are answered here, by the servers of the hosting nodes.
    private static void remote(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        results.accept(new Element("result").add("status", "ok").add("dns-status", false));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        if (asked.has(ALIAS))
            results.accept(ofAlias(exchange, asked.text(ALIAS)).result());
        else if (asked.has(SITE))
            exchange.tell(
                    results, () -> new Element("result").add("status", "ok").add("id", real(asked, exchange)));
        else keptOnes.add(exchange, () -> template(asked, exchange), results);
    }

    /// A domain's other name is only kept: it has no records.
    private Failed ofAlias(Exchange exchange, String alias) {
        boolean known = transaction
                .read(exchange.scope(), () -> Ids.number(alias).flatMap(id -> kept.find(SiteAliasOperator.KIND, id)))
                .isPresent();
        return known
                ? new Failed(ErrorNumbers.NOT_SUPPORTED, "A domain alias has no records of its own.")
                : new Failed(ErrorNumbers.NO_OWNER, NO_DOMAIN);
    }

    private long real(Element asked, Exchange exchange) {
        var site = transaction
                .read(
                        exchange.scope(),
                        () -> Ids.number(asked.text(SITE))
                                .flatMap(directory::byId)
                                .flatMap(directory::read))
                .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, NO_DOMAIN));
        var input = new LinkedHashMap<String, String>();
        input.put("site", Long.toString(site.id()));
        input.put("name", DnsWords.relative(asked.text("host"), site.host()));
        input.put("type", asked.text("type"));
        input.putAll(DnsWords.said(asked.text("type"), asked.text("opt"), asked.text("value")));
        return deeds.make(exchange, "dns.create", site.subscription(), input);
    }

    private static KeptObjects.New template(Element asked, Exchange exchange) {
        exchange.needs(Level.ADMINISTRATOR);
        var data = new LinkedHashMap<String, String>();
        for (var node : List.of("type", "host", "value", "opt")) data.put(node, asked.text(node));
        var name = String.join(" ", data.values()) + " " + System.nanoTime();
        return new KeptObjects.New(KIND, Kept.Subject.ACCOUNT, Scope.ADMINISTRATOR, name, data);
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        if (asked.has(TEMPLATE)) {
            templates(asked, exchange, results, one -> results.accept(told(one)));
            return;
        }
        each(
                asked,
                exchange,
                results,
                finder(records::after),
                DnsOperator::missing,
                record -> new Element("result")
                        .add("status", "ok")
                        .add("id", record.id())
                        .add(data(record)));
    }

    private static Element data(ZoneRecords.Told record) {
        return new Element("data")
                .add(SITE, record.site())
                .add("type", record.type())
                .add("host", record.host())
                .add("value", record.value())
                .add("opt", record.option());
    }

    private static Element told(KeptObjects.One one) {
        var data = new Element("data");
        for (var node : List.of("type", "host", "value", "opt")) data.add(node, one.text(node));
        return new Element("result").add("status", "ok").add("id", one.id()).add(data);
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        if (asked.has(TEMPLATE)) {
            templates(asked, exchange, results, one -> exchange.tell(results, () -> keptOnes.removed(exchange, one)));
            return;
        }
        CustomerOperator.refuseAll(asked);
        each(asked, exchange, results, finder(records::ownAfter), id -> unsaid(exchange, id), record -> {
            deeds.start(exchange, "dns.remove", record.written().id(), Map.of());
            return ok(record.id());
        });
    }

    /// Clients that change the mail server add theirs and then remove those that were there before: by then the
    /// servers' own is no longer said.
    private Element unsaid(Exchange exchange, String id) {
        return Ids.number(id)
                .filter(number -> records.isReplaced(exchange.scope(), number))
                .map(DnsOperator::ok)
                .orElseGet(() -> missing(id));
    }

    private static Element ok(long id) {
        return new Element("result").add("status", "ok").add("id", id);
    }

    private void templates(
            Element asked, Exchange exchange, Consumer<Element> results, Consumer<KeptObjects.One> work) {
        exchange.needs(Level.ADMINISTRATOR);
        var filter = Filter.of(asked);
        if (filter.isAll()) {
            var all = transaction.read(exchange.scope(), () -> kept.all(KIND));
            if (all.isEmpty()) results.accept(new Element("result").add("status", "ok"));
            all.forEach(work);
            return;
        }
        for (var value : filter.values()) {
            var one = transaction.read(exchange.scope(), () -> Ids.number(value).flatMap(id -> kept.find(KIND, id)));
            if (one.isPresent()) work.accept(one.get());
            else results.accept(missing(value));
        }
    }

    private static Element missing(String id) {
        return new Failed(ErrorNumbers.MISSING, MISSING).result().add("id", id);
    }

    private interface Work {
        Element of(ZoneRecords.Told record);
    }

    /// Answers do not repeat here what was filtered by.
    private void each(
            Element asked,
            Exchange exchange,
            Consumer<Element> results,
            Matches.Finder finder,
            Function<String, Element> missing,
            Work work) {
        var filter = Filter.of(asked);
        Consumer<String> nobody = whose -> results.accept(
                filter.kind().equals(ALIAS)
                        ? ofAlias(exchange, whose).result()
                        : knows(exchange, filter.kind(), whose)
                                ? new Element("result").add("status", "ok")
                                : new Failed(ErrorNumbers.NO_OWNER, NO_DOMAIN).result());
        matches.batches(exchange, filter, KINDS, finder, nobody, batch -> {
            var ids = batch.stream().flatMap(match -> match.id().stream()).toList();
            var found = records.load(exchange.scope(), ids).stream()
                    .collect(Collectors.toMap(ZoneRecords.Told::id, record -> record));
            for (var match : batch)
                match.id()
                        .map(found::get)
                        .ifPresentOrElse(
                                record -> exchange.tell(
                                        results, result -> result.add("id", record.id()), () -> work.of(record)),
                                () -> results.accept(missing.apply(match.filterId())));
        });
    }

    private boolean knows(Exchange exchange, String kind, String value) {
        return kind.isEmpty()
                || transaction.read(exchange.scope(), () -> site(kind, value)).isPresent();
    }

    private interface Next {
        List<Long> after(Optional<Long> whose, long after, int most);
    }

    private Matches.Finder finder(Next next) {
        return new Matches.Finder() {
            @Override
            public Optional<Long> one(String kind, String value) {
                return Ids.number(value);
            }

            @Override
            public List<Long> after(String kind, String value, long after, int most) {
                if (kind.isEmpty()) return next.after(Optional.empty(), after, most);
                return site(kind, value)
                        .map(id -> next.after(Optional.of(id), after, most))
                        .orElseGet(List::of);
            }
        };
    }

    private Optional<Long> site(String kind, String value) {
        return switch (kind) {
            case SITE -> Ids.number(value).flatMap(directory::byId);
            case "dns-zone-name" -> directory.byName(value);
            default -> Optional.empty();
        };
    }

    /// As the servers tell it; where none serves the domain yet, as one will.
    private Element soa(Exchange exchange, long site) {
        return transaction.read(exchange.scope(), () -> sites.load(List.of(site))).stream()
                .flatMap(one -> zones.derived(one).stream())
                .filter(record -> record.type().equals("SOA"))
                .findFirst()
                .map(record -> {
                    var words = record.content().split(" ", -1);
                    return soa(record.ttl(), words[3], words[4], words[5], words[6]);
                })
                .orElseGet(() -> soa(3600, "10800", "3600", "604800", "300"));
    }

    /// All in seconds (RFC 1035 3.3.13).
    private static Element soa(int ttl, String refresh, String retry, String expire, String minimum) {
        return new Element("soa")
                .add("ttl", ttl)
                .add("refresh", refresh)
                .add("retry", retry)
                .add("expire", expire)
                .add("minimum", minimum);
    }

    private void zones(Element asked, Exchange exchange, Consumer<Element> results) {
        if (!asked.has("filter")) {
            allZones(asked, exchange, results);
            return;
        }
        var wanted = asked.child("filter").map(f -> f.all(SITE)).orElseGet(List::of);
        for (var one : wanted)
            exchange.tell(results, () -> {
                var site = transaction
                        .read(exchange.scope(), () -> site(SITE, one.text()))
                        .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, NO_DOMAIN));
                return zone(asked, exchange, site);
            });
        if (wanted.isEmpty()) results.accept(new Element("result").add("status", "ok"));
    }

    private Element zone(Element asked, Exchange exchange, long site) {
        var result = new Element("result").add("status", "ok").add(SITE, site);
        if (asked.has("soa")) result.add(soa(exchange, site));
        return result.add("zone_type", "master").add("zone_status", "enabled");
    }

    private void allZones(Element asked, Exchange exchange, Consumer<Element> results) {
        long last = 0;
        while (true) {
            long after = last;
            var some = transaction.read(exchange.scope(), () -> directory.after(Optional.empty(), false, after, ZONES));
            some.forEach(site -> results.accept(zone(asked, exchange, site)));
            if (some.isEmpty()) {
                if (last == 0) results.accept(new Element("result").add("status", "ok"));
                return;
            }
            last = some.getLast();
        }
    }
}
