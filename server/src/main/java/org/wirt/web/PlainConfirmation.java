package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.RemovedAccounts;
import org.wirt.notification.Event;
import org.wirt.notification.Tellings;
import org.wirt.operation.Selection;
import org.wirt.operation.Verdict;
import org.wirt.web.ui.ConfirmPage;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Gap;

/// Heading with the deed and its numbers, who will and who will not, and the verb as button: as a dialog, or as a page
/// where there is no script.
@Component
class PlainConfirmation implements Confirmation {

    /// What a verb asks or says besides.
    ///
    /// @param gaps what the answers may name of each target
    record Asked(
            List<String> warnings,
            List<ConfirmPage.OwnReason> own,
            List<ConfirmPage.OwnReason> held,
            List<Field> fields,
            List<Gap> gaps) {

        static Asked of(List<String> warnings, List<Field> fields) {
            return new Asked(warnings, List.of(), List.of(), fields, List.of());
        }

        static Asked of(List<ConfirmPage.OwnReason> own, List<ConfirmPage.OwnReason> held, List<Field> fields) {
            return new Asked(List.of(), own, held, fields, List.of());
        }

        Asked naming(List<Gap> some) {
            return new Asked(warnings, own, held, fields, some);
        }
    }

    private static final Set<String> BINNED = Set.of("customer", "reseller", "subscription");

    private final Counts counts;
    private final Tellings tellings;
    private final LosingUsers losing;
    private final PointingForwards pointing;
    private final ScopedTransaction transaction;

    PlainConfirmation(
            Counts counts,
            Tellings tellings,
            LosingUsers losing,
            PointingForwards pointing,
            ScopedTransaction transaction) {
        this.counts = counts;
        this.tellings = tellings;
        this.losing = losing;
        this.pointing = pointing;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of();
    }

    @Override
    public ModelAndView page(Deed deed) {
        boolean removal = kind(deed.verb().name()) == ConfirmPage.Kind.REMOVE && BINNED.contains(deed.object());
        var warnings = new ArrayList<String>();
        if (removal) warnings.add(deed.t().of("web.remove.warning", RemovedAccounts.KEPT.toDays()));
        if (removal && deed.object().equals("subscription")) warnings.addAll(losing.warnings(deed, "web.remove.users"));
        if (deed.verb().name().equals("mailbox.remove")) warnings.addAll(pointing.warnings(deed));
        return page(deed, Asked.of(warnings, List.of()));
    }

    ModelAndView page(Deed deed, Asked asked) {
        var visit = deed.visit();
        var verb = deed.verb().name();
        var object = deed.object();
        var preview = deed.preview();
        var concerned = new ArrayList<Long>();
        for (var row : preview.rows()) {
            if (row.verdict() instanceof Verdict.Allowed)
                concerned.add(row.target().id());
        }
        var page = new ConfirmPage(
                deed.frame(),
                visit.wantsFragment(),
                kind(verb),
                verb,
                deed.heading(),
                counts.of(visit, verb, object, preview.unseen() > 0 ? all(deed) : concerned),
                asked.warnings,
                deed.rows(asked.fields),
                preview.unseen(),
                asked.own,
                asked.held,
                asked.fields,
                asked.gaps,
                visit.level() == Level.ADMINISTRATOR && !object.equals("site"),
                deed.picture(),
                kind(verb) == ConfirmPage.Kind.SUSPEND ? told(deed) : deed.form(),
                deed.t().of("verb." + verb),
                visit.returnTo(Ways.list(visit, object)));
        return new ModelAndView("bulk/confirm", "page", page);
    }

    /// More than are shown: counted as chosen, the few that will be refused among them.
    private List<Long> all(Deed deed) {
        return switch (deed.selection()) {
            case Selection.These(var ids) -> ids;
            case Selection.Matching(var filter) ->
                transaction.read(
                        deed.visit().scope(),
                        () -> deed.verb().targets().matching(filter).all());
        };
    }

    /// Whether the box that tells the customer is ticked before anybody touched it.
    private Form told(Deed deed) {
        var form = deed.form();
        if (form.values().containsKey("_tell") || form.values().containsKey("tell")) return form;
        var telling = Event.STATUS_CHANGED.to(deed.object().equals("reseller") ? Level.RESELLER : Level.CUSTOMER);
        var scope = deed.visit().scope();
        boolean told =
                transaction.read(scope, () -> tellings.of(scope.accountId())).getOrDefault(telling, false);
        return form.typed("tell", String.valueOf(told));
    }

    /// Sites are switched on and off without further questions: no end date, no letter.
    private static ConfirmPage.Kind kind(String verb) {
        if (verb.equals("site.suspend") || verb.equals("site.activate")) return ConfirmPage.Kind.PLAIN;
        var deed = verb.substring(verb.indexOf('.') + 1);
        return switch (deed) {
            case "suspend" -> ConfirmPage.Kind.SUSPEND;
            case "activate" -> ConfirmPage.Kind.ACTIVATE;
            case "remove" -> ConfirmPage.Kind.REMOVE;
            default -> ConfirmPage.Kind.PLAIN;
        };
    }
}
