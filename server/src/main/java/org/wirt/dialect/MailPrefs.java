package org.wirt.dialect;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDirectory;

/// Answers how the mail of domains as a whole is set up.
@Component
class MailPrefs {

    /// So many are read at once.
    private static final int SITES = 500;

    private final SiteDirectory sites;
    private final SubscriptionDirectory subscriptions;
    private final Kept kept;
    private final ScopedTransaction transaction;

    MailPrefs(SiteDirectory sites, SubscriptionDirectory subscriptions, Kept kept, ScopedTransaction transaction) {
        this.sites = sites;
        this.subscriptions = subscriptions;
        this.kept = kept;
        this.transaction = transaction;
    }

    void answer(Element asked, Exchange exchange, Consumer<Element> results) {
        var named = asked.needed("filter").all("site-id");
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
            boolean served = subscriptions
                    .read(site.subscription())
                    .map(held -> MailNames.isServed(site, held))
                    .orElse(false);
            return new Element("result")
                    .add("status", "ok")
                    .add("site-id", site.id())
                    .add(MailPreferences.told("prefs", words, served));
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
