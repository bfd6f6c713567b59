package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Mailbox;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;

/// Mail names of a domain. All that is said of one name in one operation is done together or not at all.
@Component
class MailOperator implements Operator {

    private static final String MISSING = "Mail name does not exist";
    private static final Set<String> NAMED = Set.of("site-id", "name");
    private static final long MEGABYTE = 1L << 20;

    private final MailNames names;
    private final SiteDirectory sites;
    private final KeptObjects kept;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    MailOperator(MailNames names, SiteDirectory sites, KeptObjects kept, Deeds deeds, ScopedTransaction transaction) {
        this.names = names;
        this.sites = sites;
        this.kept = kept;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("mail");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put("create", Operation.within(Set.of("site-id", "mailname"), this::create, "site-id", "mailname"));
        all.put("get_info", Operation.within(NAMED, this::get, "site-id"));
        all.put("remove", Operation.within(NAMED, this::remove, "site-id"));
        all.put("update", Operation.of(this::update));
        all.put("get_prefs", Operation.needing(this::preferences, "filter"));
        return all;
    }

    private Optional<SiteDetails> site(Element filter) {
        return Ids.number(filter.needed("site-id").text()).flatMap(sites::byId).flatMap(sites::read);
    }

    private SiteDetails needed(Element filter, Exchange exchange) {
        return transaction
                .read(exchange.scope(), () -> site(filter))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, WebspaceOperator.MISSING));
    }

    private void create(Element asked, Exchange exchange, Consumer<Element> results) {
        var filter = asked.needed("filter");
        var site = needed(filter, exchange);
        for (var said : filter.all("mailname"))
            exchange.tell(results, () -> {
                var name = said.needed("name").text().toLowerCase(Locale.ROOT);
                refuseExtras(said);
                var made = deeds.together(exchange, () -> {
                    if (names.of(site).isTaken(name)) throw exists(name);
                    return make(exchange, site, name, said);
                });
                return new Element("result")
                        .add("status", "ok")
                        .add(new Element("mailname").add("id", made.id()).add("name", name));
            });
    }

    private MailName make(Exchange exchange, SiteDetails site, String name, Element said) {
        boolean box = enabled(said, "mailbox");
        boolean way = enabled(said, "forwarding");
        if (box) mailbox(exchange, site, name, said);
        if (way) forward(exchange, site, name, said, box);
        if (!box && !way)
            kept.add(exchange, new KeptObjects.New(MailNames.KIND, Kept.Subject.SITE, site.id(), name, Map.of()));
        for (var alias : aliases(said)) alias(exchange, site, name, alias);
        return names.of(site)
                .named(name)
                .orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "Mail name '" + name + "' was not made."));
    }

    private static Failed exists(String name) {
        return new Failed(ErrorNumbers.EXISTS, "Mail name '" + name + "' already exists.");
    }

    private static boolean enabled(Element said, String part) {
        return said.child(part).map(one -> Forms.bool(one.text("enabled"))).orElse(false);
    }

    private void mailbox(Exchange exchange, SiteDetails site, String name, Element said) {
        var input = new LinkedHashMap<String, String>();
        input.put("local", name);
        input.put("site", Long.toString(site.id()));
        input.put("numbers", "en");
        input.put("password", password(said));
        quota(said).ifPresent(quota -> input.put("quota", megabytes(quota)));
        deeds.start(exchange, "mailbox.create", site.subscription(), input);
    }

    private static Optional<String> quota(Element said) {
        return said.child("mailbox").map(box -> box.text("quota")).filter(quota -> !quota.isEmpty());
    }

    /// Unlimited is as much as the subscription allows.
    private static String megabytes(String quota) {
        if (quota.equals("-1")) return "";
        long bytes = Ids.number(quota).orElseThrow(() -> Failed.invalid("Wrong quota: " + quota));
        if (bytes % MEGABYTE != 0 || bytes == 0)
            throw Failed.invalid("The quota of a mailbox is a number of whole megabytes.");
        return Long.toString(bytes / MEGABYTE);
    }

    private static String password(Element said) {
        return said.child("password")
                .flatMap(one -> one.child("value"))
                .map(Element::exactly)
                .orElse("");
    }

    private void forward(Exchange exchange, SiteDetails site, String name, Element said, boolean keep) {
        deeds.start(
                exchange,
                "forward.create",
                site.subscription(),
                Map.of(
                        "local",
                        name,
                        "site",
                        Long.toString(site.id()),
                        "targets",
                        targets(said),
                        "keep",
                        String.valueOf(keep)));
    }

    private static String targets(Element said) {
        return said.child("forwarding").stream()
                .flatMap(one -> one.all("address").stream())
                .map(Element::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> aliases(Element said) {
        return said.all("alias").stream()
                .map(alias -> alias.text().toLowerCase(Locale.ROOT))
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
    }

    private void alias(Exchange exchange, SiteDetails site, String name, String alias) {
        if (names.of(site).isTaken(alias)) throw exists(alias);
        deeds.start(
                exchange,
                "forward.create",
                site.subscription(),
                Map.of(
                        "local",
                        alias,
                        "site",
                        Long.toString(site.id()),
                        "targets",
                        name + "@" + site.host(),
                        "alias",
                        "true"));
    }

    /// Nothing is taken that would not work.
    private static void refuseExtras(Element said) {
        if (enabled(said, "autoresponder"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Automatic answers are not supported.");
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, (_, one) -> one.told(asked));
    }

    private void remove(Element asked, Exchange exchange, Consumer<Element> results) {
        if (!asked.needed("filter").has("name"))
            throw Failed.invalid("Deleting all mail names of a domain at once is not permitted: name them.");
        each(asked, exchange, results, (_, one) -> {
            deeds.together(exchange, () -> {
                one.aliases().forEach(alias -> deeds.start(exchange, "forward.remove", alias.id(), Map.of()));
                one.mailbox().ifPresent(box -> deeds.start(exchange, "mailbox.remove", box.id(), Map.of()));
                one.forward().ifPresent(way -> deeds.start(exchange, "forward.remove", way.id(), Map.of()));
                one.bare().ifPresent(bare -> kept.remove(exchange, bare));
                return true;
            });
            return new Element("mailname").add("name", one.name());
        });
    }

    private interface Work {
        Element of(SiteDetails site, MailName one);
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        var filter = asked.needed("filter");
        var site = needed(filter, exchange);
        var known = transaction.read(exchange.scope(), () -> names.of(site)).names();
        var wanted = filter.all("name").stream()
                .map(Element::text)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        if (wanted.isEmpty() && known.isEmpty()) results.accept(new Element("result").add("status", "ok"));
        for (var name : wanted.isEmpty() ? List.copyOf(known.keySet()) : wanted) {
            var one = known.get(name);
            if (one == null)
                results.accept(new Failed(ErrorNumbers.MISSING, MISSING)
                        .result()
                        .add(new Element("mailname").add("name", name)));
            else
                exchange.tell(
                        results,
                        result -> result.add(new Element("mailname").add("name", name)),
                        () -> new Element("result").add("status", "ok").add(work.of(site, one)));
        }
    }

    /// One of three ways to change names; each says its own results.
    private void update(Element asked, Exchange exchange, Consumer<Element> results) {
        var way = asked.children().stream()
                .findFirst()
                .orElseThrow(() -> Fault.malformed("update needs add, remove or set"));
        var answer = new Element(way.name());
        var filter = way.needed("filter");
        if (!filter.has("mailname")) throw Failed.invalid("No mail name is named.");
        var site = needed(filter, exchange);
        for (var said : filter.all("mailname"))
            exchange.tell(answer::add, () -> {
                var name = said.needed("name").text().toLowerCase(Locale.ROOT);
                refuseExtras(said);
                deeds.together(exchange, () -> {
                    var one = names.of(site).named(name).orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
                    change(exchange, site, one, said, way.name());
                    return true;
                });
                return new Element("result").add("status", "ok").add(new Element("mailname").add("name", name));
            });
        results.accept(answer);
    }

    private void change(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        var password = password(said);
        if (!password.isEmpty()) {
            deeds.start(exchange, "mailbox.password", box(one).id(), Map.of("password", password));
        }
        if (said.has("mailbox")) mailbox(exchange, one, said, way);
        if (said.has("forwarding")) forwarding(exchange, site, one, said, way);
        if (said.has("alias")) aliases(exchange, site, one, said, way);
    }

    private static Mailbox box(MailName one) {
        return one.mailbox().orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "The mail name has no mailbox."));
    }

    private void mailbox(Exchange exchange, MailName one, Element said, String way) {
        if (said.part("mailbox").has("enabled")
                && enabled(said, "mailbox") != one.mailbox().isPresent())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A mailbox is made and removed with its name, not switched.");
        var quota = quota(said);
        if (quota.isEmpty() || quota.get().equals(Long.toString(box(one).quota()))) return;
        if (!way.equals("set"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The quota of a mailbox is changed by set.");
        deeds.start(exchange, "mailbox.quota", box(one).id(), Map.of("quota", megabytes(quota.get()), "numbers", "en"));
    }

    /// Those that are to be named so already, stay; set leaves no others.
    private void aliases(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        var named = aliases(said);
        for (var alias : one.aliases()) {
            boolean goes = named.contains(alias.local()) ? way.equals("remove") : way.equals("set");
            if (goes) deeds.start(exchange, "forward.remove", alias.id(), Map.of());
        }
        if (way.equals("remove")) return;
        var there = one.aliases().stream().map(Forward::local).toList();
        for (var alias : named) if (!there.contains(alias)) alias(exchange, site, one.name(), alias);
    }

    private void forwarding(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        boolean set = way.equals("set");
        if (set && !enabled(said, "forwarding")) {
            one.forward().ifPresent(now -> deeds.start(exchange, "forward.remove", now.id(), Map.of()));
            if (one.mailbox().isEmpty() && one.forward().isPresent())
                kept.add(
                        exchange,
                        new KeptObjects.New(MailNames.KIND, Kept.Subject.SITE, site.id(), one.name(), Map.of()));
            return;
        }
        var now = one.forward().map(Forward::targets).orElseGet(List::of);
        var named = List.of(targets(said).split("\n", -1));
        var wanted = switch (way) {
            case "add" -> Stream.concat(now.stream(), named.stream()).distinct().collect(Collectors.joining("\n"));
            case "remove" -> now.stream().filter(to -> !named.contains(to)).collect(Collectors.joining("\n"));
            default -> targets(said);
        };
        if (one.forward().isPresent())
            deeds.start(
                    exchange,
                    "forward.change",
                    one.forward().get().id(),
                    Map.of(
                            "targets",
                            wanted,
                            "keep",
                            String.valueOf(one.mailbox().isPresent())));
        else {
            one.bare().ifPresent(bare -> kept.remove(exchange, bare));
            deeds.start(
                    exchange,
                    "forward.create",
                    site.subscription(),
                    Map.of(
                            "local",
                            one.name(),
                            "site",
                            Long.toString(site.id()),
                            "targets",
                            wanted,
                            "keep",
                            String.valueOf(one.mailbox().isPresent())));
        }
    }

    private void preferences(Element asked, Exchange exchange, Consumer<Element> results) {
        for (var one : asked.needed("filter").all("site-id"))
            exchange.tell(results, () -> {
                var site = needed(new Element("filter").add("site-id", one.text()), exchange);
                return new Element("result")
                        .add("status", "ok")
                        .add("site-id", site.id())
                        .add(new Element("prefs")
                                .add(new Element("nonexistent-user").add("reject", ""))
                                .add("webmail", "none")
                                .add("mailservice", true));
            });
    }
}
