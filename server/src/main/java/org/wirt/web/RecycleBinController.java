package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountRow;
import org.wirt.account.CustomerList;
import org.wirt.account.Reasons;
import org.wirt.account.RemovedAccounts;
import org.wirt.account.ResellerList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.value.Cause;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Texts;
import org.wirt.web.ui.Verb;

/// The recycle bin: accounts that were removed and can still be brought back, each kind with a list of its own.
@Controller
class RecycleBinController {

    private record Shown(Page<AccountRow> page, Map<Long, Reasons.Reason> removals) {}

    private final CustomerList customers;
    private final ResellerList resellers;
    private final Reasons reasons;
    private final PermittedVerbs permitted;
    private final ListPreferences preferences;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    RecycleBinController(
            CustomerList customers,
            ResellerList resellers,
            Reasons reasons,
            PermittedVerbs permitted,
            ListPreferences preferences,
            JobViews jobs,
            ScopedTransaction transaction) {
        this.customers = customers;
        this.resellers = resellers;
        this.reasons = reasons;
        this.permitted = permitted;
        this.preferences = preferences;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry recycleBinEntry() {
        return new Navigation.Entry(
                90, "web.recycle-bin", "trash", "/recycle-bin", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/recycle-bin")
    ModelAndView customers(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        return list(visit, "customer", request -> customers.page(visit.scope(), inBin(visit), request));
    }

    @GetMapping("/recycle-bin/resellers")
    ModelAndView resellers(Visit visit) {
        Visits.from(visit, Level.ADMINISTRATOR);
        return list(visit, "reseller", request -> resellers.page(visit.scope(), inBin(visit), request));
    }

    private static Map<String, List<String>> inBin(Visit visit) {
        var parameters = new HashMap<>(visit.parameters());
        parameters.put("removed", List.of("yes"));
        return parameters;
    }

    private ModelAndView list(Visit visit, String object, Function<PageRequest, Page<AccountRow>> read) {
        var t = visit.t();
        var choice = preferences.of(visit, "recycle-bin");
        var request = PageRequest.of(visit.parameters(), List.of("name", "company", "created"), choice.size());
        var shown = transaction.read(visit.scope(), () -> shown(read.apply(request)));
        boolean ofResellers = object.equals("reseller");
        var draft = new ListDraft(
                        visit, ofResellers ? "/recycle-bin/resellers" : "/recycle-bin", t.of("web.recycle-bin"), choice)
                .always("removed", "yes")
                .lead(t.of("web.recycle-bin.lead"))
                .searchable()
                .job(jobs.running(visit))
                .none("trash", t.of("web.recycle-bin.none"));
        tabs(visit, draft, object);
        var restore = object + ".restore";
        boolean mayRestore = permitted.of(visit).contains(restore);
        draft.verb(mayRestore, Verb.dialog(restore, t.of("web.restore"), "arrow-back-up"))
                .column("name", t.of("web." + object), true)
                .column("company", t.of("web.company"), true)
                .column("username", t.of("web.username"), false)
                .number("subscriptions", t.of("web.subscriptions"), false);
        if (!ofResellers && visit.level() == Level.ADMINISTRATOR) draft.column("provider", t.of("web.provider"), false);
        draft.column("removed", t.of("web.removed-at"), false)
                .column("by", t.of("web.removed-by"), false)
                .column("until", t.of("web.erased-at"), false);
        return draft.show(
                shown.page,
                request,
                row -> row(t, row, Optional.ofNullable(shown.removals.get(row.id())), restore, mayRestore));
    }

    static void tabs(Visit visit, ListDraft draft, String object) {
        var t = visit.t();
        draft.tab(t.of("web.customers"), "/recycle-bin", object.equals("customer"));
        if (visit.level() == Level.ADMINISTRATOR)
            draft.tab(t.of("web.resellers"), "/recycle-bin/resellers", object.equals("reseller"));
        draft.tab(t.of("web.subscriptions"), "/recycle-bin/subscriptions", object.equals("subscription"));
    }

    private Shown shown(Page<AccountRow> page) {
        var ids = page.rows().stream().map(AccountRow::id).toList();
        var removals = reasons.of(Reasons.Subject.account, ids).stream()
                .filter(r -> r.code() == Cause.REMOVED.code())
                .collect(Collectors.toMap(Reasons.Reason::subjectId, r -> r));
        return new Shown(page, removals);
    }

    private static Row row(
            Texts t, AccountRow row, Optional<Reasons.Reason> removal, String restore, boolean mayRestore) {
        var id = String.valueOf(row.id());
        var cells = cells(
                "name",
                new Cell.Name(row.name(), null, row.description()),
                "company",
                new Cell.Words(row.company()),
                "username",
                new Cell.Words(row.username()),
                "subscriptions",
                new Cell.Count(row.subscriptions(), null),
                "provider",
                new Cell.Words(row.provider().map(AccountRow.ProviderName::name).orElse("")));
        removal.ifPresent(r -> {
            cells.put("removed", new Cell.Moment(r.since()));
            cells.put("by", new Cell.Words(r.author()));
            cells.put("until", new Cell.Moment(r.since().plus(RemovedAccounts.KEPT)));
        });
        var menu = mayRestore
                ? List.of(Action.dialog(t.of("web.restore"), "arrow-back-up", restore, id))
                : List.<Action>of();
        return new Row(id, row.name(), cells, null, menu);
    }
}
