package org.wirt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Reasons;
import org.wirt.account.Reasons.Reason;
import org.wirt.account.RemovedAccounts;
import org.wirt.listing.KeysetList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.speech.Texts;
import org.wirt.value.Cause;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Verb;

/// How a list of the recycle bin is shown: what was removed, when, by whom, until when it can be brought back, and the
/// way back.
@Component
class RecycleBin {

    /// What lies in it, of one kind.
    ///
    /// @param object the kind as verbs call it
    /// @param columns those before the removal
    record Bin<T>(
            String object,
            String path,
            Reasons.Subject subject,
            List<String> sorts,
            KeysetList<T> list,
            Consumer<ListDraft> columns,
            Function<T, Line> line) {

        String restore() {
            return object + ".restore";
        }
    }

    /// @param cells by column
    record Line(long id, String name, Map<String, Cell> cells) {}

    private record Shown(Page<Line> page, Map<Long, Reason> removals) {}

    private final Reasons reasons;
    private final PermittedVerbs permitted;
    private final ListPreferences preferences;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    RecycleBin(
            Reasons reasons,
            PermittedVerbs permitted,
            ListPreferences preferences,
            JobViews jobs,
            ScopedTransaction transaction) {
        this.reasons = reasons;
        this.permitted = permitted;
        this.preferences = preferences;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    <T> ModelAndView show(Visit visit, Bin<T> bin) {
        var t = visit.t();
        var choice = preferences.of(visit, "recycle-bin");
        var request = PageRequest.of(visit.parameters(), bin.sorts, choice.size());
        var shown = transaction.read(visit.scope(), () -> read(visit, bin, request));
        var draft = new ListDraft(visit, bin.path, t.of("web.recycle-bin"), choice)
                .always("removed", "yes")
                .lead(t.of("web.recycle-bin.lead"))
                .searchable()
                .job(jobs.running(visit))
                .none("trash", t.of("web.recycle-bin.none"));
        tabs(visit, draft, bin.object);
        boolean may = permitted.of(visit).contains(bin.restore());
        draft.verb(may, Verb.dialog(bin.restore(), t.of("web.restore"), "arrow-back-up"));
        bin.columns.accept(draft);
        draft.column("removed", t.of("web.removed-at"), false)
                .column("by", t.of("web.removed-by"), false)
                .column("until", t.of("web.erased-at"), false);
        return draft.show(shown.page, request, line -> {
            Optional.ofNullable(shown.removals.get(line.id)).ifPresent(removal -> removed(t, line, removal));
            var id = String.valueOf(line.id);
            var back = Action.dialog(t.of("web.restore"), "arrow-back-up", bin.restore(), id);
            return new Row(id, line.name, line.cells, null, may ? List.of(back) : List.of());
        });
    }

    private static void tabs(Visit visit, ListDraft draft, String object) {
        var t = visit.t();
        draft.tab(t.of("web.customers"), "/recycle-bin", object.equals("customer"));
        if (visit.level() == Level.ADMINISTRATOR)
            draft.tab(t.of("web.resellers"), "/recycle-bin/resellers", object.equals("reseller"));
        draft.tab(t.of("web.subscriptions"), "/recycle-bin/subscriptions", object.equals("subscription"));
    }

    private <T> Shown read(Visit visit, Bin<T> bin, PageRequest request) {
        var parameters = new HashMap<>(visit.parameters());
        parameters.put("removed", List.of("yes"));
        var page = bin.list.page(visit.scope(), parameters, request);
        var lines = page.rows().stream().map(bin.line).toList();
        var removals = reasons.of(bin.subject, lines.stream().map(Line::id).toList()).stream()
                .filter(r -> r.code() == Cause.REMOVED.code())
                .collect(Collectors.toMap(Reason::subjectId, r -> r));
        return new Shown(new Page<>(lines, page.previous(), page.next(), page.count()), removals);
    }

    private static void removed(Texts t, Line line, Reason removal) {
        line.cells.put("removed", new Cell.Moment(removal.since()));
        line.cells.put("by", new Cell.Words(removal.author()));
        line.cells.put("until", new Cell.Words(t.date(removal.since().plus(RemovedAccounts.KEPT))));
    }
}
