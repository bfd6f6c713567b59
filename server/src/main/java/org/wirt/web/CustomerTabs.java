package org.wirt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.hosting.SiteList;
import org.wirt.listing.PageRequest;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.Subscription;
import org.wirt.subscription.SubscriptionList;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.JobView;
import org.wirt.web.ui.ListPage;
import org.wirt.web.ui.Usage;

/// What one customer has, as lists in his page: the same lists as those of all customers, narrowed to him.
@Component
class CustomerTabs {

    /// What is known before the customer is read: how the reader wants the list, and the job he started from it.
    record Wanted(ListPreferences.Choice choice, @Nullable JobView job) {}

    private final SubscriptionList subscriptions;
    private final SiteList sites;
    private final AddOnChoices addOns;
    private final ListPreferences preferences;
    private final JobViews jobs;

    CustomerTabs(
            SubscriptionList subscriptions,
            SiteList sites,
            AddOnChoices addOns,
            ListPreferences preferences,
            JobViews jobs) {
        this.subscriptions = subscriptions;
        this.sites = sites;
        this.addOns = addOns;
        this.preferences = preferences;
        this.jobs = jobs;
    }

    Wanted wanted(Visit visit, String list) {
        return new Wanted(preferences.of(visit, list), jobs.running(visit));
    }

    /// Call within a scoped transaction.
    ListPage subscriptions(Visit visit, long id, CustomerViews.Draft customer, Wanted wanted) {
        var t = visit.t();
        var way = "/customers/" + id;
        var may = addOns.verbs(visit, customer.page().account().verbs());
        var request = PageRequest.of(visit.parameters(), SubscriptionList.SORTS, wanted.choice.size());
        var page = subscriptions.page(visit.scope(), of(visit, id), request);
        var draft = draft(visit, way, "subscriptions", id, wanted);
        if (!customer.removed()) {
            draft.begin(
                    t.of("web.add-subscription"),
                    "/subscriptions/new?customer=" + id,
                    may.contains("subscription.create"));
            SubscriptionRows.verbs(draft, t, may);
        }
        draft.none("license", t.of(customer.removed() ? "web.subscriptions.in-bin" : "web.subscriptions.none"))
                .column("status", t.of("web.status"), false)
                .column("name", t.of("web.subscription"), true)
                .column("created", t.of("web.created"), true)
                .column("expires", t.of("web.expires"), false)
                .column("disk", t.of("web.disk"), false)
                .column("traffic", t.of("web.traffic"), false)
                .column("sync", t.of("web.sync"), false);
        var owned = customer.owned().stream().collect(Collectors.toMap(Subscription::id, Function.identity()));
        return draft.within(
                customer.page().frame(),
                page,
                request,
                row -> SubscriptionRows.row(visit, row, may, way, more(row, owned)));
    }

    private static Map<String, Cell> more(ListedSubscription row, Map<Long, Subscription> owned) {
        var cells = new HashMap<String, Cell>();
        var one = owned.get(row.id());
        if (one == null) return cells;
        cells.put("disk", used(one, Catalogue.DISK_SPACE));
        cells.put("traffic", used(one, Catalogue.TRAFFIC));
        return cells;
    }

    private static Cell used(Subscription one, String key) {
        return new Cell.Used(Usage.bytes("", CustomerViews.used(one, key), CustomerViews.limit(one, key)));
    }

    /// Call within a scoped transaction.
    ListPage domains(Visit visit, long id, CustomerViews.Draft customer, Wanted wanted) {
        var t = visit.t();
        var way = "/customers/" + id + "/domains";
        var may = customer.page().account().verbs();
        var request = PageRequest.of(visit.parameters(), SiteList.SORTS, wanted.choice.size());
        var page = sites.page(visit.scope(), of(visit, id), request);
        var draft = draft(visit, way, "domains", id, wanted);
        if (!customer.removed()) DomainsController.verbs(draft, t);
        draft.none("world", t.of(customer.removed() ? "web.domains.in-bin" : "web.domains.none"))
                .column("status", t.of("web.status"), false)
                .column("name", t.of("web.domain"), true)
                .column("subscription", t.of("web.subscription"), false)
                .column("hosting", t.of("web.hosting"), false);
        return draft.within(customer.page().frame(), page, request, row -> DomainsController.row(visit, row, may, way));
    }

    /// What the lists of one customer have in common.
    private static ListDraft draft(Visit visit, String way, String list, long customer, Wanted wanted) {
        var t = visit.t();
        return new ListDraft(visit, way, t.of("web." + list), wanted.choice)
                .of(list, "customer", customer)
                .searchable()
                .job(wanted.job)
                .filter(AccountRows.status(t));
    }

    private static Map<String, List<String>> of(Visit visit, long customer) {
        var parameters = new HashMap<>(visit.parameters());
        parameters.put("customer", List.of(String.valueOf(customer)));
        return parameters;
    }
}
