package org.wirt.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.account.AccountHead;
import org.wirt.account.AccountHeads;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.speech.Texts;
import org.wirt.subscription.Subscription;
import org.wirt.subscription.Subscriptions;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.ActivityRow;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.CustomerPage;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.ListPage;
import org.wirt.web.ui.Tab;
import org.wirt.web.ui.Total;
import org.wirt.web.ui.Usage;
import org.wirt.web.ui.UserRow;

/// Puts the page of a customer together. Call within a scoped transaction; whoever is not in sight is not found.
@Component
class CustomerViews {

    private final AccountHeads heads;
    private final Subscriptions subscriptions;
    private final PermittedVerbs permitted;

    CustomerViews(AccountHeads heads, Subscriptions subscriptions, PermittedVerbs permitted) {
        this.heads = heads;
        this.subscriptions = subscriptions;
        this.permitted = permitted;
    }

    /// The page without what its tab shows.
    ///
    /// @param owned the subscriptions of the customer
    /// @param removed whether he lies in the recycle bin
    record Draft(CustomerPage page, List<Subscription> owned, boolean removed) {

        CustomerPage list(ListPage list) {
            return with(list, List.of(), List.of(), null);
        }

        CustomerPage users(List<UserRow> rows) {
            return with(null, rows, List.of(), null);
        }

        CustomerPage activity(List<ActivityRow> rows, @Nullable String older) {
            return with(null, List.of(), rows, older);
        }

        private CustomerPage with(
                @Nullable ListPage list, List<UserRow> users, List<ActivityRow> activity, @Nullable String older) {
            return new CustomerPage(
                    page.frame(),
                    page.account(),
                    page.provider(),
                    page.shutOut(),
                    page.totals(),
                    page.tabs(),
                    page.tab(),
                    list,
                    users,
                    activity,
                    older);
        }
    }

    Draft of(Visit visit, long id, String tab) {
        var head = heads.findAlsoRemoved(Level.CUSTOMER, id).orElseThrow(() -> new Refused(Refusal.notFound()));
        var t = visit.t();
        var own = head.own();
        var owned = subscriptions.of(List.of(id));
        var provider = visit.level() == Level.ADMINISTRATOR ? provider(head) : null;
        var page = new CustomerPage(
                frame(visit, head.name(), provider),
                AccountCards.of(t, "customer", head, verbs(visit, own), refusals(t, visit.level(), head)),
                provider,
                isShutOut(owned),
                totals(t, owned),
                tabs(t, id, tab, owned.size()),
                tab,
                null,
                List.of(),
                List.of(),
                null);
        return new Draft(page, owned, own.has(Cause.REMOVED));
    }

    private static Frame frame(Visit visit, String name, @Nullable Link provider) {
        var customers = new Crumb(visit.t().of("web.customers"), "/customers");
        return provider == null
                ? visit.frame().titled(name, customers, Crumb.here(name))
                : visit.frame().titled(name, customers, new Crumb(provider.label(), provider.href()), Crumb.here(name));
    }

    private static Link provider(AccountHead head) {
        return HostingWords.providerLink(head.providerId(), head.provider());
    }

    /// While he has none at all he may come in.
    private static boolean isShutOut(List<Subscription> owned) {
        return !owned.isEmpty()
                && owned.stream().noneMatch(s -> s.allowance().permissions().allow(Catalogue.PANEL_ACCESS));
    }

    private static List<Usage> totals(Texts t, List<Subscription> owned) {
        if (owned.isEmpty()) return List.of();
        return List.of(
                total(t.of("web.disk"), owned, Catalogue.DISK_SPACE),
                total(t.of("web.traffic"), owned, Catalogue.TRAFFIC));
    }

    private static Usage total(String label, List<Subscription> owned, String key) {
        long used = owned.stream().mapToLong(s -> used(s, key)).sum();
        boolean unlimited = owned.stream().anyMatch(s -> limit(s, key) == Limits.UNLIMITED);
        long limit = unlimited
                ? Limits.UNLIMITED
                : owned.stream().mapToLong(s -> limit(s, key)).sum();
        return Usage.bytes(label, used, limit);
    }

    static long used(Subscription s, String key) {
        return s.used().of(Catalogue.limit(key));
    }

    static long limit(Subscription s, String key) {
        return s.allowance().limits().get(key);
    }

    /// In the recycle bin nothing can be done but taking it out.
    private Set<String> verbs(Visit visit, Causes own) {
        var names = new TreeSet<>(permitted.of(visit));
        if (own.has(Cause.REMOVED)) names.removeIf(verb -> !verb.equals("customer.restore"));
        else names.remove("customer.restore");
        return names;
    }

    private static Map<String, String> refusals(Texts t, Level level, AccountHead head) {
        if (head.own().has(Cause.REMOVED)) return Map.of();
        return Refusals.of(t, level, head.own(), Refusals.above(t, head.above(), head.provider()), "customer");
    }

    private static List<Tab> tabs(Texts t, long id, String tab, int subscriptions) {
        var page = "/customers/" + id;
        return List.of(
                new Tab(t.of("web.subscriptions"), page, tab.equals("subscriptions"), Total.of(subscriptions)),
                new Tab(t.of("web.domains"), page + "/domains", tab.equals("domains"), null),
                new Tab(t.of("web.users"), page + "/users", tab.equals("users"), null),
                new Tab(t.of("web.activity"), page + "/activity", tab.equals("activity"), null));
    }
}
