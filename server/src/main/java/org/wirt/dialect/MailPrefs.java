package org.wirt.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;

/// How the mail of domains as a whole is set up: told, and said otherwise as far as that can be so.
@Component
class MailPrefs {

    private static final String SITE = "site-id";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of(SITE), Set.of());

    /// So many are read at once.
    private static final int SITES = 500;

    private final SiteDirectory sites;
    private final Kept kept;
    private final DomainMail mail;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    MailPrefs(SiteDirectory sites, Kept kept, DomainMail mail, Deeds deeds, ScopedTransaction transaction) {
        this.sites = sites;
        this.kept = kept;
        this.mail = mail;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "get_prefs", Operation.within(Set.of(SITE), this::answer),
                "set_prefs", Operation.filtered(KINDS, this::set, "prefs"),
                "enable", service(true),
                "disable", service(false));
    }

    private Operation service(boolean on) {
        return Operation.needing(
                (asked, exchange, results) -> exchange.tell(results, () -> {
                    mail.serve(exchange, site(asked.text(SITE), exchange).id(), on);
                    return new Element("result").add("status", "ok");
                }),
                SITE);
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        var filter = Filter.of(asked);
        filter.refuseAll();
        for (var named : filter.values())
            exchange.tell(results, result -> result.add(SITE, named), () -> {
                var prefs = asked.needed("prefs");
                var said = MailPreferences.kept(prefs);
                var site = site(named, exchange);
                deeds.together(exchange, () -> {
                    kept.keep(exchange, Websites.subject(site.isMain()), site.id(), said);
                    mail.change(exchange, site.id(), prefs);
                    return true;
                });
                return new Element("result").add("status", "ok").add(SITE, site.id());
            });
    }

    private void answer(Element asked, Exchange exchange, Consumer<Element> results) {
        var named = asked.needed("filter").all(SITE);
        if (named.isEmpty()) all(exchange, results);
        for (var one : named) exchange.tell(results, () -> told(site(one.text(), exchange), exchange));
    }

    private void all(Exchange exchange, Consumer<Element> results) {
        long last = 0;
        while (true) {
            long after = last;
            var some = transaction.read(
                    exchange.scope(), () -> sites.read(sites.after(Optional.empty(), false, after, SITES)));
            if (some.isEmpty() && last == 0) results.accept(new Element("result").add("status", "ok"));
            for (var site : new TreeMap<>(some).values()) {
                results.accept(told(site, exchange));
                last = site.id();
            }
            if (some.size() < SITES) return;
        }
    }

    private Element told(SiteDetails site, Exchange exchange) {
        return transaction.read(exchange.scope(), () -> {
            var words = kept.of(Websites.subject(site.isMain()), site.id());
            return new Element("result")
                    .add("status", "ok")
                    .add(SITE, site.id())
                    .add(MailPreferences.told("prefs", words, !site.mailOff(), site.nobodys()));
        });
    }

    private SiteDetails site(String id, Exchange exchange) {
        return transaction
                .read(
                        exchange.scope(),
                        () -> Ids.number(id).flatMap(sites::byId).flatMap(sites::read))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, WebspaceOperator.MISSING));
    }
}
