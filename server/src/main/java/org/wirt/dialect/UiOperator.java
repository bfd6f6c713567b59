package org.wirt.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final String KIND = "custombutton";
    private static final String ID = "custombutton-id";
    private static final String OWNER = "owner";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of(ID), Set.of(OWNER));

    /// In the order of the protocol.
    private static final List<String> PROPERTIES =
            List.of("sort_key", "conhelp", "file", "public", "internal", "noframe", "place", "url", "text");

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
                "create-custombutton", Operation.needing(this::create, OWNER, "properties"),
                "get-custombutton", Operation.filtered(KINDS, this::get),
                "delete-custombutton", Operation.filtered(KINDS, this::delete),
                "get-navigation", Operation.of(UiOperator::navigation));
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
            for (var one : owner.children()) data.put(OWNER, one.name());
            for (var one : asked.needed("properties").children()) data.put("property." + one.name(), one.text());
            asked.child("url-components").ifPresent(components -> {
                for (var one : components.children()) data.put("component." + one.name(), one.text());
            });
            var name = data.getOrDefault("property.text", "") + " " + System.nanoTime();
            return new KeptObjects.New(KIND, Kept.Subject.ACCOUNT, account(owner), name, data);
        };
        matches.add(exchange, button, results);
    }

    private long account(Element owner) {
        for (var one : owner.children()) {
            if (one.name().equals("admin")) return Scope.ADMINISTRATOR;
            return directory
                    .find(List.of(Level.CUSTOMER, Level.RESELLER), KnownBy.ID, one.text())
                    .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, "Owner does not exist."));
        }
        throw Failed.invalid("The owner of the button is missing.");
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, one -> {
            var owner = new Element(OWNER);
            var kind = one.text(OWNER);
            owner.add(kind, kind.equals("admin") ? "" : one.subjectId());
            return new Element("result")
                    .add("status", "ok")
                    .add("id", one.id())
                    .add(owner)
                    .add(part(one, "properties", "property.", PROPERTIES))
                    .add(part(one, "url-components", "component.", COMPONENTS));
        });
    }

    private static Element part(KeptObjects.One one, String name, String prefix, List<String> order) {
        var part = new Element(name);
        for (var key : order) if (one.data().containsKey(prefix + key)) part.add(key, one.text(prefix + key));
        return part;
    }

    private void delete(Element asked, Exchange exchange, Consumer<Element> results) {
        CustomerOperator.refuseAll(asked);
        each(asked, exchange, results, one -> matches.removed(exchange, one));
    }

    private interface Work {
        Element of(KeptObjects.One one);
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        exchange.needs(Level.ADMINISTRATOR);
        for (var node : asked.needed("filter").children()) {
            var found = transaction.read(
                    exchange.scope(),
                    () -> node.name().equals(ID)
                            ? Ids.number(node.text()).flatMap(id -> kept.find(KIND, id)).stream()
                                    .toList()
                            : kept.of(KIND, account(node)));
            if (found.isEmpty() && node.name().equals(ID))
                results.accept(new Failed(ErrorNumbers.MISSING, "Custom button does not exist")
                        .result()
                        .add("id", node.text()));
            else if (found.isEmpty()) results.accept(new Element("result").add("status", "ok"));
            for (var one : found) exchange.tell(results, result -> result.add("id", one.id()), () -> work.of(one));
        }
    }
}
