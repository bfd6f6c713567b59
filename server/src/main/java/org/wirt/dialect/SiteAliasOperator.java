package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.HostNames;
import org.wirt.hosting.SiteDirectory;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refused;

/// Other names of domains. They are kept; no server answers under them yet.
@Component
class SiteAliasOperator implements Operator {

    static final String KIND = "site-alias";
    static final String LIMIT = "max_dom_aliases";

    private static final String MISSING = "Domain alias does not exist";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name"), Set.of("site-id", "site-name"));
    private static final String MANAGE_DNS = "manage-dns";
    private static final String NEW_NAME = "new_name";
    private static final String ASCII = "ascii-name";
    private static final String SETTINGS = "settings";
    private static final Set<String> SET = Set.of("status", "pref", MANAGE_DNS);
    private static final List<String> PREFERENCES = List.of("web", "mail", "seo-redirect");

    /// Told only where something was said.
    private static final String REGISTERED = "icp-status";

    private static final String REGISTRATION = "icp-permit";

    private final SiteDirectory sites;
    private final HostNames names;
    private final KeptObjects kept;
    private final KeptMatches matches;
    private final KeptRoom room;
    private final ScopedTransaction transaction;

    SiteAliasOperator(
            SiteDirectory sites,
            HostNames names,
            KeptObjects kept,
            KeptMatches matches,
            KeptRoom room,
            ScopedTransaction transaction) {
        this.sites = sites;
        this.names = names;
        this.kept = kept;
        this.matches = matches;
        this.room = room;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("site-alias");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "create", Operation.needing(this::create, "site-id", "name"),
                "get", Operation.filtered(KINDS, this::get),
                "set", Operation.changing(KINDS, SETTINGS, SET, this::set),
                "rename",
                        new Operation(SiteAliasOperator::oneIsNamed, this::rename).choosing("", List.of("id", "name")),
                "delete", Operation.filtered(KINDS, this::delete),
                "get-supported-services",
                        Operation.of((_, _, results) -> results.accept(new Element("result").add("status", "ok"))));
    }

    private KeptMatches.Ways ways() {
        return new KeptMatches.Ways(
                KIND,
                MISSING,
                Set.of("name"),
                Map.of(
                        "name",
                                name -> ascii(name)
                                        .map(known -> kept.named(KIND, known))
                                        .orElseGet(List::of),
                        "site-id", id -> kept.of(KIND, Ids.number(id).flatMap(sites::byId)),
                        "site-name", name -> kept.of(KIND, sites.byName(name))));
    }

    private void create(Element asked, Exchange exchange, Consumer<Element> results) {
        Supplier<KeptObjects.New> alias = () -> {
            var data = new LinkedHashMap<String, String>();
            data.put("status", "0");
            data.put(MANAGE_DNS, "true");
            for (var preference : PREFERENCES) data.put(preference, "false");
            data.putAll(said(asked));
            long site = Ids.number(asked.text("site-id"))
                    .flatMap(sites::byId)
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, SiteOperator.MISSING));
            var name = nameIn(asked.text("name"));
            if (!asked.text(ASCII).isEmpty() && !asked.text(ASCII).equalsIgnoreCase(name.ascii()))
                throw Failed.invalid("The node ascii-name is another name.");
            refuseTaken(name);
            room.check(sites.read(site).orElseThrow().subscription(), LIMIT, KeptCounts.Count::aliases);
            return new KeptObjects.New(KIND, Kept.Subject.SITE, site, name.ascii(), data);
        };
        matches.add(exchange, alias, results);
    }

    /// What is said of one besides its name and its domain.
    private static Map<String, String> said(Element from) {
        var said = new LinkedHashMap<String, String>();
        var preferences = from.part("pref");
        from.child("status").ifPresent(node -> said.put("status", Statuses.known(node.text())));
        from.child(MANAGE_DNS).ifPresent(node -> said.put(MANAGE_DNS, switched(node, true)));
        for (var preference : PREFERENCES)
            preferences.child(preference).ifPresent(node -> said.put(preference, switched(node, false)));
        preferences.child(REGISTERED).ifPresent(node -> said.put(REGISTERED, switched(node, false)));
        preferences.child(REGISTRATION).ifPresent(node -> said.put(REGISTRATION, node.text()));
        return said;
    }

    private static String switched(Element said, boolean usual) {
        return String.valueOf(said.text().isEmpty() ? usual : Forms.bool(said.text()));
    }

    private void refuseTaken(DomainName name) {
        if (!kept.named(KIND, name.ascii()).isEmpty())
            throw new Failed(ErrorNumbers.EXISTS, "Domain alias already exists.");
        names.refusal(name).ifPresent(why -> {
            throw new Refused(why);
        });
    }

    private static Optional<String> ascii(String name) {
        try {
            return Optional.of(new DomainName(name).ascii());
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }

    private static DomainName nameIn(String said) {
        try {
            return new DomainName(said);
        } catch (InvalidValue e) {
            throw new Refused(e.in("domain"));
        }
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.each(
                exchange,
                Filter.of(asked),
                ways(),
                (one, result) -> {
                    var preferences = new Element("pref");
                    for (var preference : PREFERENCES) preferences.add(preference, one.text(preference));
                    for (var more : List.of(REGISTERED, REGISTRATION))
                        preferences.addIf(one.data().containsKey(more), more, one.text(more));
                    return result.add(new Element("info")
                            .add("status", one.text("status"))
                            .add(preferences)
                            .add(MANAGE_DNS, one.text(MANAGE_DNS))
                            .add("site-id", one.subjectId())
                            .add("name", new DomainName(one.name()).display())
                            .add(ASCII, new DomainName(one.name()).ascii()));
                },
                results);
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        var said = said(asked.needed(SETTINGS));
        Consumer<KeptObjects.One> change = one -> {
            var data = new LinkedHashMap<>(one.data());
            data.putAll(said);
            if (!data.equals(one.data())) kept.change(exchange, one, one.name(), data);
        };
        matches.change(exchange, asked, ways(), change, results);
    }

    private static void oneIsNamed(Element asked) {
        asked.needed(NEW_NAME);
        if (!asked.has("id")) asked.needed("name");
    }

    private void rename(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            transaction.run(exchange.scope(), () -> {
                var one = meant(asked)
                        .flatMap(found -> kept.held(KIND, found))
                        .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
                var name = nameIn(asked.text(NEW_NAME));
                if (name.ascii().equals(one.name())) return;
                refuseTaken(name);
                kept.change(exchange, one, name.ascii(), one.data());
            });
            return new Element("result").add("status", "ok");
        });
    }

    private Optional<Long> meant(Element asked) {
        if (asked.has("id")) return Ids.number(asked.text("id"));
        return ascii(asked.text("name"))
                .flatMap(name -> kept.named(KIND, name).stream().findFirst())
                .map(KeptObjects.One::id);
    }

    private void delete(Element asked, Exchange exchange, Consumer<Element> results) {
        matches.remove(exchange, asked, ways(), _ -> List.of(), results);
    }
}
