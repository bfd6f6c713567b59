package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.account.RemovedAccounts;
import org.wirt.operation.Operand;
import org.wirt.operation.Preview;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.operation.Verdict;
import org.wirt.web.ui.ConfirmPage;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.PreviewRow;
import org.wirt.web.ui.Status;
import org.wirt.web.ui.Texts;

/// Heading with the deed and its numbers, who will and who will not, and the verb as button: as a dialog, or as a page
/// where there is no script.
@Component
class PlainConfirmation implements Confirmation {

    /// What a verb asks or says besides.
    record Asked(
            List<String> warnings,
            List<ConfirmPage.OwnReason> own,
            List<ConfirmPage.OwnReason> held,
            List<Field> fields) {

        static final Asked NOTHING = new Asked(List.of(), List.of(), List.of(), List.of());
    }

    private static final Set<String> BINNED = Set.of("customer", "reseller", "subscription");

    private final Counts counts;

    PlainConfirmation(Counts counts) {
        this.counts = counts;
    }

    @Override
    public List<String> verbs() {
        return List.of();
    }

    @Override
    public <T extends Operand, I extends Record> ModelAndView page(
            Visit visit,
            Verbs.Known<T, I> verb,
            Selection selection,
            Preview<T> preview,
            Form form,
            org.wirt.web.ui.Selection picture) {
        var t = visit.t();
        var object = verb.targets().object();
        boolean removal = kind(verb.name()) == ConfirmPage.Kind.REMOVE && BINNED.contains(object);
        var warnings = removal ? List.of(t.of("web.remove.warning", RemovedAccounts.KEPT.toDays())) : List.<String>of();
        return page(visit, verb, preview, form, picture, new Asked(warnings, List.of(), List.of(), List.of()));
    }

    <T extends Operand, I extends Record> ModelAndView page(
            Visit visit,
            Verbs.Known<T, I> verb,
            Preview<T> preview,
            Form form,
            org.wirt.web.ui.Selection picture,
            Asked asked) {
        var t = visit.t();
        var object = verb.targets().object();
        var rows = preview.rows().stream().map(r -> row(t, object, r)).toList();
        var heading = preview.isOfOne()
                ? t.of(
                        "web.heading.one." + verb.name(),
                        preview.rows().getFirst().target().name())
                : t.of("web.heading.many." + verb.name(), preview.total());
        var concerned = new ArrayList<Long>();
        for (var row : preview.rows()) {
            if (row.verdict() instanceof Verdict.Allowed)
                concerned.add(row.target().id());
        }
        var page = new ConfirmPage(
                visit.frame().beneath(heading),
                visit.wantsFragment(),
                kind(verb.name()),
                verb.name(),
                heading,
                preview.unseen() > 0 ? List.of() : counts.of(visit, object, concerned),
                asked.warnings,
                rows,
                preview.unseen(),
                asked.own,
                asked.held,
                asked.fields,
                visit.level() == Level.ADMINISTRATOR && !object.equals("site"),
                picture,
                form,
                t.of("verb." + verb.name()),
                visit.returnTo(Ways.list(visit, object)));
        return new ModelAndView("bulk/confirm", "page", page);
    }

    private static ConfirmPage.Kind kind(String verb) {
        var deed = verb.substring(verb.indexOf('.') + 1);
        return switch (deed) {
            case "suspend" -> ConfirmPage.Kind.SUSPEND;
            case "activate" -> ConfirmPage.Kind.ACTIVATE;
            case "remove" -> ConfirmPage.Kind.REMOVE;
            default -> ConfirmPage.Kind.PLAIN;
        };
    }

    static <T extends Operand> PreviewRow row(Texts t, String object, Preview.Row<T> row) {
        var href = "/" + object + "s/" + row.target().id();
        var name = row.target().name();
        return switch (row.verdict()) {
            case Verdict.Allowed() -> new PreviewRow(name, href, Status.Kind.DONE, null, null);
            case Verdict.Unchanged() -> new PreviewRow(name, href, Status.Kind.UNCHANGED, t.of("web.already-so"), null);
            case Verdict.No(var why) -> new PreviewRow(name, href, Status.Kind.REFUSED, Words.sentence(t, why), null);
        };
    }
}
