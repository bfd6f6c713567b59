package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.AuditLine;
import org.wirt.audit.AuditList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.operation.Verbs;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Total;

/// The audit log: who did what to whom. Nobody can change it, and each sees his own realm.
@Controller
class AuditController {

    private static final List<String> ACCESS = List.of(
            "login",
            "login.failed",
            "login.suspended",
            "login.password",
            "logout",
            "session.end",
            "account.log-in-as",
            "token.make",
            "token.revoke");

    private record Read(Page<AuditLine> page, AuditValues values, ObjectPages.Found pages) {}

    private final AuditList list;
    private final AuditNames names;
    private final ObjectPages pages;
    private final Verbs verbs;
    private final ListPreferences preferences;
    private final ScopedTransaction transaction;

    AuditController(
            AuditList list,
            AuditNames names,
            ObjectPages pages,
            Verbs verbs,
            ListPreferences preferences,
            ScopedTransaction transaction) {
        this.list = list;
        this.names = names;
        this.pages = pages;
        this.verbs = verbs;
        this.preferences = preferences;
        this.transaction = transaction;
    }

    @GetMapping("/audit")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var choice = preferences.of(visit, "audit");
        var request = PageRequest.newest(visit.parameters(), "time", choice.size());
        var read = transaction.read(visit.scope(), () -> {
            var lines = list.page(visit.parameters(), request);
            return new Read(
                    lines, new AuditValues(t, names.of(lines.rows())), pages.of(lines.rows(), AuditController::named));
        });
        var page = read.page;
        var draft = new ListDraft(visit, "/audit", t.of("web.audit"), choice)
                .filter(Field.choice("deed", t.of("web.audit.deed"), deeds(visit)))
                .filter(AccountRows.text("actor", t.of("web.audit.actor")))
                .filter(AccountRows.text("object", t.of("web.audit.object")))
                .filter(Field.of("date", "from", t.of("web.from")))
                .filter(Field.of("date", "to", t.of("web.to")))
                .column("time", t.of("web.time"), true)
                .column("actor", t.of("web.audit.actor"), false)
                .column("name", t.of("web.audit.deed"), false)
                .column("object", t.of("web.audit.object"), false)
                .column("change", t.of("web.audit.change"), false)
                .column("address", t.of("web.audit.address"), false)
                .export("/audit.csv")
                .none("note", t.of("web.audit.none"));
        return draft.show(
                page,
                request,
                line -> row(t, line, read),
                new Total(page.count().number(), page.count().more()),
                new Crumb(t.of("web.tools-and-settings"), "/tools"),
                Crumb.here(t.of("web.audit")));
    }

    @GetMapping("/audit.csv")
    void table(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var csv = new Csv(
                t.of("web.time"),
                t.of("web.audit.actor"),
                t.of("web.audit.acting"),
                t.of("web.audit.address"),
                t.of("web.audit.deed"),
                t.of("web.audit.kind"),
                t.of("web.audit.object"),
                t.of("web.csv.result"),
                t.of("web.audit.change"));
        Tables.send(
                response,
                "wirt-audit.csv",
                PageRequest.newest(visit.parameters(), "time", PageRequest.DEFAULT_SIZE),
                csv,
                request -> transaction.read(visit.scope(), () -> list.rows(visit.parameters(), request)),
                (table, line) -> table.row(
                        line.at().toString(),
                        line.actor(),
                        line.actingAs(),
                        line.address(),
                        AuditWords.deed(t, line.verb()),
                        AuditWords.object(t, line),
                        line.name(),
                        line.outcome(),
                        new AuditValues(t, new AuditNames.Found(Map.of()))
                                .of(line).stream()
                                        .map(v -> v.name() + ": " + v.before() + " → " + v.after())
                                        .collect(Collectors.joining("; "))));
    }

    /// What somebody of this level can have done.
    private List<Option> deeds(Visit visit) {
        var t = visit.t();
        var options = new ArrayList<Option>();
        for (var verb : verbs.all()) {
            if (verb.mayUse(visit.caller())) options.add(new Option(verb.name(), label(t, verb.name())));
        }
        ACCESS.forEach(verb -> options.add(new Option(verb, label(t, verb))));
        options.sort(Comparator.comparing(Option::label));
        options.addFirst(new Option("", t.of("web.any")));
        return options;
    }

    private static String label(Texts t, String verb) {
        var object = "web.object." + verb.split("\\.", 2)[0];
        return (t.has(object) ? t.of(object) + ": " : "") + AuditWords.deed(t, verb);
    }

    private static ObjectPages.Named named(AuditLine line) {
        return new ObjectPages.Named(line.object(), line.objectId());
    }

    private static Row row(Texts t, AuditLine line, Read read) {
        var actor = line.actingAs().isEmpty() ? line.actor() : t.of("web.audit.as", line.actor(), line.actingAs());
        var refused = line.outcome().equals("DONE") ? "" : t.of("web.outcome.refused");
        var object = new Cell.Name(line.name(), read.pages.of(named(line)).orElse(null), AuditWords.object(t, line));
        return new Row(
                String.valueOf(line.id()),
                line.name(),
                cells(
                        "time",
                        new Cell.Moment(line.at()),
                        "actor",
                        new Cell.Words(actor),
                        "name",
                        new Cell.Name(AuditWords.deed(t, line.verb()), null, refused),
                        "object",
                        object,
                        "change",
                        new Cell.Values(read.values.of(line)),
                        "address",
                        new Cell.Words(line.address())),
                null,
                List.of());
    }
}
