package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.account.AccountRow;
import org.wirt.account.CustomerList;
import org.wirt.account.Reasons;
import org.wirt.account.ResellerList;
import org.wirt.listing.KeysetList;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.SubscriptionList;
import org.wirt.web.RecycleBin.Bin;
import org.wirt.web.RecycleBin.Line;
import org.wirt.web.ui.Cell;

/// The recycle bin: what was removed and can still be brought back, each kind with a list of its own.
@Controller
class RecycleBinController {

    private static final List<String> SORTS = List.of("name", "company", "created");

    private final RecycleBin bin;
    private final CustomerList customers;
    private final ResellerList resellers;
    private final SubscriptionList subscriptions;

    RecycleBinController(
            RecycleBin bin, CustomerList customers, ResellerList resellers, SubscriptionList subscriptions) {
        this.bin = bin;
        this.customers = customers;
        this.resellers = resellers;
        this.subscriptions = subscriptions;
    }

    @Bean
    static Navigation.Entry recycleBinEntry() {
        return new Navigation.Entry(
                90, "web.recycle-bin", "trash", "/recycle-bin", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/recycle-bin")
    ModelAndView customers(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        return accounts(visit, "customer", "/recycle-bin", customers);
    }

    @GetMapping("/recycle-bin/resellers")
    ModelAndView resellers(Visit visit) {
        Visits.from(visit, Level.ADMINISTRATOR);
        return accounts(visit, "reseller", "/recycle-bin/resellers", resellers);
    }

    /// Removed by themselves, or left behind when their owner came back. What was removed with its owner comes back
    /// with him and is not listed here.
    @GetMapping("/recycle-bin/subscriptions")
    ModelAndView subscriptions(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        return bin.show(
                visit,
                new Bin<>(
                        "subscription",
                        "/recycle-bin/subscriptions",
                        Reasons.Subject.subscription,
                        SubscriptionList.SORTS,
                        subscriptions,
                        draft -> {
                            draft.column("name", t.of("web.subscription"), true)
                                    .column("subscriber", t.of("web.hosting.subscriber"), false);
                            provider(visit, draft);
                        },
                        row -> line(visit, row)));
    }

    private ModelAndView accounts(Visit visit, String object, String path, KeysetList<AccountRow> list) {
        var t = visit.t();
        return bin.show(
                visit,
                new Bin<>(
                        object,
                        path,
                        Reasons.Subject.account,
                        SORTS,
                        list,
                        draft -> {
                            draft.column("name", t.of("web." + object), true)
                                    .column("company", t.of("web.company"), true)
                                    .column("username", t.of("web.username"), false)
                                    .number("subscriptions", t.of("web.subscriptions"), false);
                            if (object.equals("customer")) provider(visit, draft);
                        },
                        RecycleBinController::line));
    }

    private static void provider(Visit visit, ListDraft draft) {
        if (visit.level() == Level.ADMINISTRATOR)
            draft.column("provider", visit.t().of("web.provider"), false);
    }

    private static Line line(AccountRow row) {
        return new Line(
                row.id(),
                row.name(),
                cells(
                        "name",
                        new Cell.Name(row.name(), null, row.description()),
                        "company",
                        new Cell.Words(row.company()),
                        "username",
                        new Cell.Words(row.username()),
                        "subscriptions",
                        new Cell.Count(row.subscriptions(), null),
                        "provider",
                        new Cell.Words(row.provider()
                                .map(AccountRow.ProviderName::name)
                                .orElse(""))));
    }

    private static Line line(Visit visit, ListedSubscription row) {
        var name = HostingWords.display(row.name());
        return new Line(
                row.id(),
                name,
                cells(
                        "name",
                        new Cell.Name(
                                name, null, row.plan().orElseGet(() -> visit.t().of("web.custom"))),
                        "subscriber",
                        HostingWords.account(
                                visit, row.owner().id(), row.owner().name(), row.ownerKind()),
                        "provider",
                        HostingWords.provider(
                                row.provider().id(), row.provider().name())));
    }
}
