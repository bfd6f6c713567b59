package org.wirt.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.wirt.account.AccountRow;
import org.wirt.speech.Texts;
import org.wirt.value.Cause;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Verb;

/// What the lists of accounts, and of what they have, show alike: filters, verbs and cells.
final class AccountRows {

    private AccountRows() {}

    static Field status(Texts t) {
        return Field.choice(
                "status",
                t.of("web.status"),
                ListDraft.options(
                        new Option("", t.of("web.any")),
                        new Option("active", t.of("web.status.active")),
                        new Option("suspended", t.of("web.status.suspended"))));
    }

    /// Why something is dark.
    ///
    /// @param causes those that occur in the list; the worst is offered first
    static Field cause(Texts t, EnumSet<Cause> causes) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        for (var cause : causes) options.add(new Option(cause.word(), AccountWords.word(t, cause)));
        return Field.choice("cause", t.of("web.reason"), options);
    }

    static Field customersCause(Texts t) {
        return cause(t, EnumSet.of(Cause.SECURITY, Cause.ADMIN, Cause.RESELLER, Cause.PARENT));
    }

    static Field expires(Texts t) {
        return Field.of("number", "expires", t.of("web.filter.expires"));
    }

    /// Suspending and activating the ticked ones, as far as the reader may.
    static ListDraft statusVerbs(ListDraft draft, Texts t, String object, Set<String> may) {
        var status = new ArrayList<Verb>();
        var activate = object + ".activate";
        var suspend = object + ".suspend";
        if (may.contains(activate)) status.add(Verb.atOnce(activate, t.of("web.activate"), "circle-check"));
        if (may.contains(suspend)) status.add(Verb.dialog(suspend, t.of("web.suspend"), "player-pause"));
        return draft.verbs(t.of("web.change-status"), "player-pause", status.toArray(Verb[]::new));
    }

    static Field text(String name, String label) {
        return Field.text(name, label).autocomplete("off");
    }

    static ListDraft createdFilters(ListDraft list, Texts t) {
        return list.filter(Field.of("date", "from", t.of("web.created-from")))
                .filter(Field.of("date", "to", t.of("web.created-to")));
    }

    /// The filters after status and provider.
    static ListDraft moreFilters(ListDraft list, Texts t) {
        return createdFilters(list, t)
                .filter(text("email", t.of("web.email")))
                .filter(text("username", t.of("web.username")))
                .filter(text("external", t.of("web.external-id")))
                .filter(text("description", t.of("web.description")));
    }

    /// The filters by what a customer has.
    static ListDraft customersFilters(ListDraft list, Texts t) {
        return list.filter(expires(t))
                .filter(Field.of("number", "disk", t.of("web.filter.disk")))
                .filter(Field.choice(
                        "subscriptions",
                        t.of("web.filter.no-subscription"),
                        ListDraft.options(
                                new Option("", t.of("web.any")),
                                new Option("none", t.of("web.yes")),
                                new Option("some", t.of("web.no")))));
    }

    static Cell.State state(Texts t, AccountRow row) {
        return new Cell.State(AccountWords.status(t, row.own(), row.above()));
    }

    static Cell.Day created(AccountRow row) {
        return new Cell.Day(LocalDate.ofInstant(row.created(), ZoneId.systemDefault()));
    }
}
