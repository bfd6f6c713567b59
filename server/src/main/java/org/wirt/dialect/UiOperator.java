package org.wirt.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDirectory;
import org.wirt.account.AccountDirectory.KnownBy;

/// The main pages of the panel, and buttons of one's own. These are kept; the panel does not show them yet.
@Component
class UiOperator implements Operator {

    static final String KIND = "custombutton";
    private static final String ID = "custombutton-id";
    private static final String OWNER = "owner";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of(ID), Set.of(OWNER));

    /// In the order of the protocol.
    private static final List<String> PROPERTIES =
            List.of("sort_key", "conhelp", "file", "public", "internal", "noframe", "place", "url", "text");

    private static final Set<String> SWITCHES = Set.of("public", "internal", "noframe");

    /// Whose a button is, and at which level.
    private static final Map<String, Level> OWNERS =
            Map.of("admin", Level.ADMINISTRATOR, "customer-id", Level.CUSTOMER, "reseller-id", Level.RESELLER);

    private static final List<String> COMPONENTS =
            List.of("dom_id", "dom_name", "ftp_user", "ftp_pass", "cl_id", "cname", "pname", "email");

    private final AccountDirectory directory;
    private final KeptObjects kept;
    private final KeptMatches matches;
    private final ScopedTransaction transaction;

    UiOperator(AccountDirectory directory, KeptObjects kept, KeptMatches matches, ScopedTransaction transaction) {
        this.directory = directory;
        this.kept = kept;
        this.matches = matches;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("ui");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "create-custombutton",
                        Operation.needing(this::create, OWNER, "properties/place", "properties/url", "properties/text")
                                .and(asked -> checkOwner(asked.part(OWNER))),
                "get-custombutton", Operation.filtered(KINDS, this::get).and(UiOperator::checkOwners),
                "delete-custombutton", Operation.filtered(KINDS, this::delete).and(UiOperator::checkOwners),
                "get-navigation", Operation.of(UiOperator::navigation));
    }

    private static void checkOwners(Element asked) {
        asked.part("filter").all(OWNER).forEach(UiOperator::checkOwner);
    }

    private static void checkOwner(Element owner) {
        if (owner.children().size() != 1
                || !OWNERS.containsKey(owner.children().getFirst().name()))
            throw Fault.malformed("An owner is one of " + String.join(", ", new TreeSet<>(OWNERS.keySet())));
    }

    private static void navigation(Element asked, Exchange exchange, Consumer<Element> results) {
        var pages = PhpText.of(PanelPages.of(exchange.caller().level(), exchange.t()));
        var told = Base64.getEncoder().encodeToString(pages.getBytes(StandardCharsets.UTF_8));
        results.accept(new Element("result").add("status", "ok").add("navigation", told));
    }

    private void create(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        Supplier<KeptObjects.New> button = () -> {
            var data = new LinkedHashMap<String, String>();
            var owner = asked.needed(OWNER);
            for (var one : asked.needed("properties").children()) data.put("property." + one.name(), property(one));
            asked.child("url-components").ifPresent(components -> {
                for (var one : components.children()) data.put("component." + one.name(), one.text());
            });
            var name = data.getOrDefault("property.text", "") + " " + System.nanoTime();
            var account = account(owner).orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, "Owner does not exist."));
            return new KeptObjects.New(KIND, Kept.Subject.ACCOUNT, account, name, data);
        };
        matches.add(exchange, button, results);
    }

    /// A switch is told as one, however it was said.
    private static String property(Element said) {
        if (SWITCHES.contains(said.name())) return String.valueOf(Forms.bool(said.text()));
        if (said.name().equals("sort_key") && !said.text().matches("-?\\d{1,9}"))
            throw Failed.invalid("Wrong sort_key: " + said.text());
        return said.text();
    }

    private Optional<Long> account(Element owner) {
        var one = owner.children().getFirst();
        var level = OWNERS.getOrDefault(one.name(), Level.ADMINISTRATOR);
        if (level == Level.ADMINISTRATOR) return Optional.of(Scope.ADMINISTRATOR);
        return directory.find(List.of(level), KnownBy.ID, one.text());
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, one -> {
            return new Element("result")
                    .add("status", "ok")
                    .add("id", one.id())
                    .add(owner(exchange, one))
                    .add(part(one, "properties", "property.", PROPERTIES))
                    .add(part(one, "url-components", "component.", COMPONENTS));
        });
    }

    /// As what he is by now.
    private Element owner(Exchange exchange, KeptObjects.One one) {
        var owner = new Element(OWNER);
        if (one.subjectId() == Scope.ADMINISTRATOR) return owner.add("admin", "");
        boolean reseller = transaction.read(exchange.scope(), () -> directory.read(one.subjectId())).stream()
                .anyMatch(account -> account.kind() == Level.RESELLER);
        return owner.add(reseller ? "reseller-id" : "customer-id", one.subjectId());
    }

    private static Element part(KeptObjects.One one, String name, String prefix, List<String> order) {
        var part = new Element(name);
        for (var key : order) if (one.data().containsKey(prefix + key)) part.add(key, one.text(prefix + key));
        return part;
    }

    private void delete(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, one -> matches.removed(exchange, one));
    }

    private interface Work {
        Element of(KeptObjects.One one);
    }

    /// What is not there by its number is said so; whose buttons are meant may have none.
    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        exchange.needs(Level.ADMINISTRATOR);
        var named = asked.needed("filter").children();
        if (named.isEmpty()) each(exchange, transaction.read(exchange.scope(), () -> kept.all(KIND)), results, work);
        for (var node : named) {
            boolean one = node.name().equals(ID);
            var found = transaction.read(exchange.scope(), () -> one ? numbered(node.text()) : of(node));
            if (found.isEmpty() && one)
                results.accept(new Failed(ErrorNumbers.MISSING, "Custom button does not exist")
                        .result()
                        .add("id", node.text()));
            else each(exchange, found, results, work);
        }
    }

    private List<KeptObjects.One> numbered(String id) {
        return Ids.number(id).flatMap(number -> kept.find(KIND, number)).stream()
                .toList();
    }

    private List<KeptObjects.One> of(Element owner) {
        return kept.of(KIND, account(owner));
    }

    private void each(Exchange exchange, List<KeptObjects.One> those, Consumer<Element> results, Work work) {
        if (those.isEmpty()) results.accept(new Element("result").add("status", "ok"));
        for (var one : those) exchange.tell(results, result -> result.add("id", one.id()), () -> work.of(one));
    }
}
