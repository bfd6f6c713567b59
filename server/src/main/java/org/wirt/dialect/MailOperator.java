package org.wirt.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

    private static final String NEW_NAME = "new-name";
    private static final Set<String> NAMED = Set.of("site-id", "name");
    private static final Set<String> WAYS = Set.of("add", "remove", "set");

    private final MailNames names;
    private final SiteDirectory sites;
    private final KeptObjects kept;
    private final MailMaking making;
    private final MailAnswers answers;
    private final MailRenaming renaming;
    private final MailPrefs prefs;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    MailOperator(
            MailNames names,
            SiteDirectory sites,
            KeptObjects kept,
            MailMaking making,
            MailAnswers answers,
            MailRenaming renaming,
            MailPrefs prefs,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.names = names;
        this.sites = sites;
        this.kept = kept;
        this.making = making;
        this.answers = answers;
        this.renaming = renaming;
        this.prefs = prefs;
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
        all.put("create", ofOne(Operation.within(Set.of("site-id", "mailname"), this::create, "site-id", "mailname")));
        all.put("get_info", ofOne(Operation.within(NAMED, this::get, "site-id")));
        all.put("remove", ofOne(Operation.within(NAMED, this::remove, "site-id")));
        all.put("update", new Operation(MailOperator::way, this::update));
        all.put("rename", Operation.needing(this::rename, "site-id", "name", NEW_NAME));
        all.put("get-available-mail-providers", Operation.of(MailOperator::providers));
        all.putAll(prefs.operations());
        return all;
    }

    /// Of two domains at once it could not be said whose mail name is meant.
    private static Operation ofOne(Operation operation) {
        return new Operation(
                asked -> {
                    operation.check().accept(asked);
                    refuseSeveral(asked.needed("filter"));
                },
                operation.run());
    }

    private static void refuseSeveral(Element filter) {
        if (filter.all("site-id").size() != 1) throw Fault.malformed("One filter of mail names has one site-id");
        for (var name : filter.all("mailname")) {
            name.needed("name");
            MailWords.refuseUnknown(name);
        }
    }

    /// Mail lies on the hosting nodes and nowhere else.
    private static void providers(Element asked, Exchange exchange, Consumer<Element> results) {
        var local = new Element("mail-provider").add("local", "");
        results.accept(new Element("result").add("status", "ok").add(local));
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
                MailWords.refuseExtras(said);
                var made = deeds.together(exchange, () -> {
                    if (names.of(site).isTaken(name)) throw MailMaking.exists(name);
                    var one = making.make(exchange, site, name, said);
                    answers.change(exchange, one, said, "set");
                    return one;
                });
                return new Element("result")
                        .add("status", "ok")
                        .add(new Element("mailname").add("id", made.id()).add("name", name));
            });
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
        for (var name : wanted.isEmpty() ? MailName.inOrder(known.values()) : wanted) {
            var one = known.get(name);
            if (one == null)
                results.accept(new Failed(ErrorNumbers.MISSING, MailNames.MISSING)
                        .result()
                        .add(new Element("mailname").add("name", name)));
            else
                exchange.tell(
                        results,
                        result -> result.add(new Element("mailname").add("name", name)),
                        () -> new Element("result").add("status", "ok").add(work.of(site, one)));
        }
    }

    private void rename(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            var name = asked.text("name");
            renaming.rename(exchange, needed(asked, exchange), name, asked.text(NEW_NAME));
            return new Element("result").add("status", "ok");
        });
    }

    private static Element way(Element asked) {
        var said = asked.children();
        if (said.size() != 1 || !WAYS.contains(said.getFirst().name()))
            throw Fault.malformed("update needs one of add, remove and set");
        var way = said.getFirst();
        var filter = Filter.node(way);
        filter.needed("mailname");
        refuseSeveral(filter);
        return way;
    }

    /// One of three ways to change names; each says its own results.
    private void update(Element asked, Exchange exchange, Consumer<Element> results) {
        var way = way(asked);
        var answer = new Element(way.name());
        var filter = way.needed("filter");
        for (var said : filter.all("mailname"))
            exchange.tell(answer::add, () -> {
                var site = needed(filter, exchange);
                var name = said.needed("name").text().toLowerCase(Locale.ROOT);
                MailWords.refuseExtras(said);
                deeds.together(exchange, () -> {
                    var one = names.of(site)
                            .named(name)
                            .filter(found -> MailWords.isMeant(said, found))
                            .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MailNames.MISSING));
                    change(exchange, site, making.withMailbox(exchange, site, one, said, way.name()), said, way.name());
                    return true;
                });
                return new Element("result").add("status", "ok").add(new Element("mailname").add("name", name));
            });
        results.accept(answer);
    }

    private void change(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        MailWords.password(said)
                .ifPresent(password ->
                        deeds.start(exchange, "mailbox.password", box(one).id(), Map.of("password", password)));
        if (said.has("mailbox")) mailbox(exchange, one, said, way);
        if (said.has("forwarding")) forwarding(exchange, site, one, said, way);
        if (said.has("alias")) aliases(exchange, site, one, said, way);
        answers.change(exchange, one, said, way);
    }

    private static Mailbox box(MailName one) {
        return one.mailbox().orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "The mail name has no mailbox."));
    }

    private void mailbox(Exchange exchange, MailName one, Element said, String way) {
        boolean on = MailWords.isOn(said.part("mailbox")).orElse(one.isOn());
        if (on != one.isOn()) {
            if (way.equals("remove") || (way.equals("add") && !on))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A mailbox is switched off and on by set.");
            deeds.start(exchange, on ? "mailbox.enable" : "mailbox.disable", box(one).id(), Map.of());
        }
        var quota = MailWords.quota(said);
        if (quota.isEmpty() || quota.get().equals(Long.toString(box(one).quota()))) return;
        if (!way.equals("set"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The quota of a mailbox is changed by set.");
        deeds.start(
                exchange,
                "mailbox.quota",
                box(one).id(),
                Map.of("quota", MailWords.megabytes(quota.get()), "numbers", "en"));
    }

    /// Those that are to be named so already, stay; set leaves no others.
    private void aliases(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        var named = MailWords.aliases(said);
        for (var alias : one.aliases()) {
            boolean goes = named.contains(alias.local()) ? way.equals("remove") : way.equals("set");
            if (goes) deeds.start(exchange, "forward.remove", alias.id(), Map.of());
        }
        if (way.equals("remove")) return;
        var there = one.aliases().stream().map(Forward::local).toList();
        for (var alias : named) if (!there.contains(alias)) making.alias(exchange, site, one.name(), alias);
    }

    /// What is not said of it stays as it is; where there is none, addresses of one are kept nowhere.
    private void forwarding(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        var now = one.forward().map(Forward::targets).orElseGet(List::of);
        var asked = said.needed("forwarding");
        var named = MailWords.addresses(said);
        boolean on = MailWords.isOn(asked).orElse(!now.isEmpty() || way.equals("add"));
        if (way.equals("remove"))
            forward(
                    exchange,
                    site,
                    one,
                    now.stream().filter(to -> !named.contains(to)).toList());
        else if (way.equals("add") && !on)
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A forward is switched off by set.");
        else if (way.equals("add"))
            forward(
                    exchange,
                    site,
                    one,
                    Stream.concat(now.stream(), named.stream()).distinct().toList());
        else if (on && named.isEmpty() && (now.isEmpty() || asked.has("address")))
            throw Failed.invalid("A forward needs an address.");
        else if (on) forward(exchange, site, one, named.isEmpty() ? now : named);
        else if (!named.isEmpty() && !asked.has("enabled"))
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A forward that is switched off has no addresses.");
        else forward(exchange, site, one, List.of());
    }

    /// To nobody: no more.
    private void forward(Exchange exchange, SiteDetails site, MailName one, List<String> targets) {
        var now = one.forward();
        if (targets.equals(now.map(Forward::targets).orElseGet(List::of))) return;
        if (targets.isEmpty()) {
            now.ifPresent(way -> deeds.start(exchange, "forward.remove", way.id(), Map.of()));
            if (one.mailbox().isEmpty()) making.bare(exchange, site, one.name());
            return;
        }
        boolean keep = one.mailbox().isPresent();
        if (now.isPresent()) {
            var input = Map.of("targets", String.join("\n", targets), "keep", String.valueOf(keep));
            deeds.start(exchange, "forward.change", now.get().id(), input);
            return;
        }
        one.bare().ifPresent(bare -> kept.remove(exchange, bare));
        making.forward(exchange, site, one.name(), targets, keep);
    }
}
