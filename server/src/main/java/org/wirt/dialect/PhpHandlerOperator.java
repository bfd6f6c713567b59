package org.wirt.dialect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServingNode;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.subscription.SubscriptionDetails;
import org.wirt.subscription.SubscriptionDirectory;
import org.wirt.value.DomainName;

/// What runs PHP: the one of the hosting nodes. Where the panel's own process serves, there is none.
@Component
class PhpHandlerOperator implements Operator {

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of());

    /// Debian 12 has this one.
    private static final String VERSION = "8.2";

    private static final String ID = "wirt-php82-fpm";

    /// So many are read at once.
    private static final int BATCH = 500;

    private final NodeViews nodes;
    private final SiteDirectory sites;
    private final SubscriptionDirectory subscriptions;
    private final ScopedTransaction transaction;

    PhpHandlerOperator(
            NodeViews nodes, SiteDirectory sites, SubscriptionDirectory subscriptions, ScopedTransaction transaction) {
        this.nodes = nodes;
        this.sites = sites;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("php-handler");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("get", Operation.filtered(KINDS, this::get), "get-usage", Operation.filtered(KINDS, this::usage));
    }

    private interface Work {
        Element of(String id);
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        var known = nodes.serving().isEmpty() ? List.<String>of() : List.of(ID);
        var filter = Filter.of(asked);
        var wanted = filter.isAll() ? known : filter.values();
        if (wanted.isEmpty()) results.accept(new Element("result").add("status", "ok"));
        for (var id : wanted)
            exchange.tell(results, result -> result.add("id", id), () -> {
                if (!known.contains(id)) throw new Failed(ErrorNumbers.MISSING, "Php handler does not exists");
                return work.of(id);
            });
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(
                asked,
                exchange,
                results,
                id -> new Element("result")
                        .add("status", "ok")
                        .add("id", id)
                        .add("display-name", VERSION + " FPM")
                        .add("full-version", VERSION)
                        .add("version", VERSION)
                        .add("type", "fpm")
                        .add("path", "/usr/sbin/php-fpm" + VERSION)
                        .add("clipath", "/usr/bin/php" + VERSION)
                        .add("phpini", "/etc/php/" + VERSION + "/fpm/php.ini")
                        .add("custom", false)
                        .add("handler-status", "enabled"));
    }

    /// Every website on a hosting node runs PHP with its one handler.
    private void usage(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, _ -> {
            var serving = nodes.serving().stream().map(ServingNode::id).collect(Collectors.toSet());
            var result = new Element("result").add("status", "ok");
            long last = 0;
            while (true) {
                long after = last;
                var some = transaction.read(exchange.scope(), () -> sites(after));
                if (some.isEmpty()) return result;
                for (var one : some) {
                    if (!serving.contains(one.node) || one.site.disabled()) continue;
                    var name = new DomainName(one.site.host()).display();
                    result.add(new Element("domain").add("id", one.site.id()).add("name", name));
                }
                last = some.getLast().site.id();
            }
        });
    }

    private record Placed(SiteDetails site, long node) {}

    /// The next so many in the order of their numbers.
    private List<Placed> sites(long after) {
        var found = sites.read(sites.after(Optional.empty(), false, after, BATCH));
        var webspaces = subscriptions.read(found.values().stream()
                .map(SiteDetails::subscription)
                .distinct()
                .toList());
        return found.values().stream()
                .sorted(Comparator.comparingLong(SiteDetails::id))
                .map(site -> new Placed(
                        site,
                        Optional.ofNullable(webspaces.get(site.subscription()))
                                .map(SubscriptionDetails::node)
                                .orElse(0L)))
                .toList();
    }
}
