package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Reasons;
import org.wirt.account.RemovedAccounts;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.SubscriptionList;
import org.wirt.value.Cause;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Verb;

/// The recycle bin of single subscriptions: removed by themselves, or left behind when their owner came back. What was
/// removed with its owner comes back with him and is not listed here.
@Controller
class RemovedSubscriptionsController {

    private static final String RESTORE = "subscription.restore";

    private record Shown(Page<ListedSubscription> page, Map<Long, Reasons.Reason> removals) {}

    private final SubscriptionList subscriptions;
    private final Reasons reasons;
    private final PermittedVerbs permitted;
    private final ListPreferences preferences;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    RemovedSubscriptionsController(
            SubscriptionList subscriptions,
            Reasons reasons,
            PermittedVerbs permitted,
            ListPreferences preferences,
            JobViews jobs,
            ScopedTransaction transaction) {
        this.subscriptions = subscriptions;
        this.reasons = reasons;
        this.permitted = permitted;
        this.preferences = preferences;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @GetMapping("/recycle-bin/subscriptions")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var choice = preferences.of(visit, "recycle-bin");
        var request = PageRequest.of(visit.parameters(), SubscriptionList.SORTS, choice.size());
        var parameters = new HashMap<>(visit.parameters());
        parameters.put("removed", List.of("yes"));
        var shown =
                transaction.read(visit.scope(), () -> shown(subscriptions.page(visit.scope(), parameters, request)));
        boolean may = permitted.of(visit).contains(RESTORE);
        var draft = new ListDraft(visit, "/recycle-bin/subscriptions", t.of("web.recycle-bin"), choice)
                .always("removed", "yes")
                .lead(t.of("web.recycle-bin.lead"))
                .searchable()
                .job(jobs.running(visit))
                .none("trash", t.of("web.recycle-bin.none"));
        RecycleBinController.tabs(visit, draft, "subscription");
        draft.verb(may, Verb.dialog(RESTORE, t.of("web.restore"), "arrow-back-up"))
                .column("name", t.of("web.subscription"), true)
                .column("subscriber", t.of("web.hosting.subscriber"), false);
        if (visit.level() == Level.ADMINISTRATOR) draft.column("provider", t.of("web.provider"), false);
        draft.column("removed", t.of("web.removed-at"), false)
                .column("by", t.of("web.removed-by"), false)
                .column("until", t.of("web.erased-at"), false);
        return draft.show(
                shown.page, request, row -> row(visit, row, Optional.ofNullable(shown.removals.get(row.id())), may));
    }

    private Shown shown(Page<ListedSubscription> page) {
        var ids = page.rows().stream().map(ListedSubscription::id).toList();
        var removals = reasons.of(Reasons.Subject.subscription, ids).stream()
                .filter(r -> r.code() == Cause.REMOVED.code())
                .collect(Collectors.toMap(Reasons.Reason::subjectId, r -> r));
        return new Shown(page, removals);
    }

    private static Row row(Visit visit, ListedSubscription row, Optional<Reasons.Reason> removal, boolean may) {
        var id = String.valueOf(row.id());
        var name = HostingWords.display(row.name());
        var cells = cells(
                "name",
                new Cell.Name(name, null, row.plan().orElseGet(() -> visit.t().of("web.custom"))),
                "subscriber",
                HostingWords.account(visit, row.owner().id(), row.owner().name(), row.ownerKind()),
                "provider",
                HostingWords.provider(row.provider().id(), row.provider().name()));
        removal.ifPresent(r -> {
            cells.put("removed", new Cell.Moment(r.since()));
            cells.put("by", new Cell.Words(r.author()));
            cells.put("until", new Cell.Moment(r.since().plus(RemovedAccounts.KEPT)));
        });
        var menu = may
                ? List.of(Action.dialog(visit.t().of("web.restore"), "arrow-back-up", RESTORE, id))
                : List.<Action>of();
        return new Row(id, name, cells, null, menu);
    }
}
