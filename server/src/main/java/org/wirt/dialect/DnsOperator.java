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

/// The records of domains. Records of a template are kept and reach no domain.
@Component
class DnsOperator implements Operator {

    private static final String MISSING = "Record does not exist";
    private static final String TEMPLATE = "template";
    static final String KIND = "dns-template";
    private static final String SITE = ZoneFinder.SITE;
    private static final String ALIAS = ZoneFinder.ALIAS;

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of(SITE, ALIAS, ZoneFinder.NAME));
    /// A template belongs to no domain.
    private static final Filter.Kinds OF_TEMPLATE = new Filter.Kinds(Set.of("id"), Set.of());

    private final ZoneRecords records;
    private final DnsZones zones;
    private final ZoneFinder finder;
    private final SiteDirectory directory;
    private final KeptObjects kept;
    private final KeptMatches keptOnes;
    private final Matches matches;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    DnsOperator(
            ZoneRecords records,
            DnsZones zones,
            ZoneFinder finder,
            SiteDirectory directory,
            KeptObjects kept,
            KeptMatches keptOnes,
            Matches matches,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.records = records;
        this.zones = zones;
        this.finder = finder;
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
        all.put(
                "add_rec",
                Operation.needing(this::add, "type", "host", "value").choosing("", List.of(SITE, ALIAS, TEMPLATE)));
        all.put("get_rec", new Operation(DnsOperator::kinds, this::get));
        all.put("del_rec", new Operation(DnsOperator::kinds, this::del));
        all.put("get", zones.operation());
        all.put("get_acl", Operation.of(DnsOperator::transfers));
        all.put("get-status-remote-dns", Operation.of(DnsOperator::remote));
        return all;
    }

    private static void kinds(Element asked) {
        Filter.check(asked, asked.has(TEMPLATE) ? OF_TEMPLATE : KINDS);
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
        var kind = asked.has(ALIAS) ? ALIAS : SITE;
        if (asked.has(kind)) exchange.tell(results, () -> ok(real(asked, exchange, kind)));
        else keptOnes.add(exchange, () -> template(asked, exchange), results);
    }

    private long real(Element asked, Exchange exchange, String kind) {
        long id = finder.needed(exchange, kind, asked.text(kind));
        var site = transaction.read(exchange.scope(), () -> directory.read(id)).orElseThrow(ZoneFinder::missing);
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
                named(records::after),
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
        Filter.of(asked).refuseAll();
        if (asked.has(TEMPLATE)) {
            templates(asked, exchange, results, one -> exchange.tell(results, () -> keptOnes.removed(exchange, one)));
            return;
        }
        each(asked, exchange, results, named(records::ownAfter), id -> unsaid(exchange, id), record -> {
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
            Matches.Finder meant,
            Function<String, Element> missing,
            Work work) {
        var filter = Filter.of(asked);
        Consumer<String> nobody = whose -> exchange.tell(results, () -> {
            if (!filter.isAll()) finder.needed(exchange, filter.kind(), whose);
            return new Element("result").add("status", "ok");
        });
        matches.batches(exchange, filter, KINDS, meant, nobody, batch -> {
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

    private interface Next {
        List<Long> after(Optional<Long> whose, long after, int most);
    }

    private Matches.Finder named(Next next) {
        return new Matches.Finder() {
            @Override
            public Optional<Long> one(String kind, String value) {
                return Ids.number(value);
            }

            @Override
            public List<Long> after(String kind, String value, long after, int most) {
                if (kind.isEmpty()) return next.after(Optional.empty(), after, most);
                return finder.site(kind, value)
                        .map(id -> next.after(Optional.of(id), after, most))
                        .orElseGet(List::of);
            }
        };
    }
}
