package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.Mailbox;
import org.wirt.hosting.Mailboxes;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;

/// Mail names: a mailbox, a forward, or both under one name. A name that is neither is kept, and no mail comes to it.
@Component
class MailOperator implements Operator {

    private static final String KIND = "mailname";
    private static final String MISSING = "Mail name does not exist";
    private static final long MEGABYTE = 1L << 20;

    private final Mailboxes mailboxes;
    private final Forwards forwards;
    private final SiteDirectory sites;
    private final KeptObjects kept;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    MailOperator(
            Mailboxes mailboxes,
            Forwards forwards,
            SiteDirectory sites,
            KeptObjects kept,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.mailboxes = mailboxes;
        this.forwards = forwards;
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
        all.put("create", Operation.needing(this::create, "filter"));
        all.put("get_info", Operation.needing(this::get, "filter"));
        all.put("remove", Operation.needing(this::remove, "filter"));
        all.put("update", Operation.of(this::update));
        all.put("get_prefs", Operation.needing(this::preferences, "filter"));
        return all;
    }

    /// What stands under one name of a domain.
    private record MailName(
            String name, Optional<Mailbox> mailbox, Optional<Forward> forward, Optional<KeptObjects.One> bare) {

        /// Numbers of three kinds, told apart: clients want one for each name and send it nowhere.
        long id() {
            return mailbox.map(box -> box.id() * 3)
                    .or(() -> forward.map(one -> one.id() * 3 + 1))
                    .or(() -> bare.map(one -> one.id() * 3 + 2))
                    .orElse(0L);
        }
    }

    private Optional<SiteDetails> site(Element filter) {
        return Ids.number(filter.needed("site-id").text()).flatMap(sites::byId).flatMap(sites::read);
    }

    /// Call within a scoped transaction.
    private Map<String, MailName> names(SiteDetails site) {
        var boxes = mailboxes.in(List.of(site.subscription())).stream()
                .filter(box -> box.siteId() == site.id())
                .collect(Collectors.toMap(Mailbox::local, box -> box));
        var ways = forwards.in(List.of(site.subscription())).stream()
                .filter(one -> one.siteId() == site.id())
                .collect(Collectors.toMap(Forward::local, one -> one));
        var bare = kept.of(KIND, site.id()).stream().collect(Collectors.toMap(KeptObjects.One::name, one -> one));
        var all = new TreeMap<String, MailName>();
        for (var locals : List.of(boxes.keySet(), ways.keySet(), bare.keySet()))
            for (var local : locals)
                all.put(
                        local,
                        new MailName(
                                local,
                                Optional.ofNullable(boxes.get(local)),
                                Optional.ofNullable(ways.get(local)),
                                Optional.ofNullable(bare.get(local))));
        return all;
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
                    if (names(site).containsKey(name))
                        throw new Failed(ErrorNumbers.EXISTS, "Mail name '" + name + "' already exists.");
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
        if (!box && !way) kept.add(exchange, new KeptObjects.New(KIND, Kept.Subject.SITE, site.id(), name, Map.of()));
        var made = names(site).get(name);
        if (made == null) throw new Failed(ErrorNumbers.FAILED, "Mail name '" + name + "' was not made.");
        return made;
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
        said.child("mailbox")
                .map(box -> box.text("quota"))
                .filter(q -> !q.isEmpty())
                .ifPresent(quota -> {
                    if (!quota.equals("-1")) input.put("quota", Long.toString(megabytes(quota)));
                });
        deeds.start(exchange, "mailbox.create", site.subscription(), input);
    }

    private static long megabytes(String quota) {
        long bytes = Ids.number(quota).orElseThrow(() -> Failed.invalid("Wrong quota: " + quota));
        if (bytes % MEGABYTE != 0 || bytes == 0)
            throw Failed.invalid("The quota of a mailbox is a number of whole megabytes.");
        return bytes / MEGABYTE;
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

    /// Nothing is taken that would not work.
    private static void refuseExtras(Element said) {
        if (said.all("alias").stream().anyMatch(alias -> !alias.text().isEmpty()))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Mail aliases are not supported: make a forward.");
        if (enabled(said, "autoresponder"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "Automatic answers are not supported.");
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, (site, one) -> {
            var told = new Element("mailname").add("id", one.id()).add("name", one.name());
            if (asked.has("mailbox") || asked.has("mailbox-usage")) {
                var box = new Element("mailbox").add("enabled", one.mailbox().isPresent());
                one.mailbox().ifPresent(found -> box.add("quota", found.quota()));
                told.add(box);
            }
            if (asked.has("forwarding")) {
                var forwarding =
                        new Element("forwarding").add("enabled", one.forward().isPresent());
                one.forward().ifPresent(found -> found.targets().forEach(to -> forwarding.add("address", to)));
                told.add(forwarding);
            }
            if (asked.has("autoresponder")) told.add(new Element("autoresponder").add("enabled", false));
            return told;
        });
    }

    private void remove(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, (site, one) -> {
            deeds.together(exchange, () -> {
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
        var known = transaction.read(exchange.scope(), () -> names(site));
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
        var site = needed(filter, exchange);
        for (var said : filter.all("mailname"))
            exchange.tell(answer::add, () -> {
                var name = said.needed("name").text().toLowerCase(Locale.ROOT);
                refuseExtras(said);
                deeds.together(exchange, () -> {
                    var one = names(site).get(name);
                    if (one == null) throw new Failed(ErrorNumbers.MISSING, MISSING);
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
            var box = one.mailbox().orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "The mail name has no mailbox."));
            deeds.start(exchange, "mailbox.password", box.id(), Map.of("password", password));
        }
        if (said.has("mailbox")) refuseOtherMailbox(one, said);
        if (said.has("forwarding")) forwarding(exchange, site, one, said, way);
    }

    private static void refuseOtherMailbox(MailName one, Element said) {
        if (enabled(said, "mailbox") != one.mailbox().isPresent())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A mailbox is made and removed with its name, not switched.");
        var quota = said.child("mailbox").map(box -> box.text("quota")).orElse("");
        var now = one.mailbox().map(box -> Long.toString(box.quota())).orElse("");
        if (!quota.isEmpty() && !quota.equals(now))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The quota of a mailbox cannot be changed.");
    }

    private void forwarding(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        boolean set = way.equals("set");
        if (set && !enabled(said, "forwarding")) {
            one.forward().ifPresent(now -> deeds.start(exchange, "forward.remove", now.id(), Map.of()));
            if (one.mailbox().isEmpty() && one.forward().isPresent())
                kept.add(exchange, new KeptObjects.New(KIND, Kept.Subject.SITE, site.id(), one.name(), Map.of()));
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
