package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wirt.speech.Texts;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.Subscription;
import org.wirt.value.Cause;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Verb;

/// How subscriptions stand in a list, and what can be done with the ticked ones: the same in their own list and in the
/// page of whom they belong to.
final class SubscriptionRows {

    private SubscriptionRows() {}

    /// By whose it is and how it stands.
    static ListDraft filters(ListDraft draft, Texts t) {
        draft.filter(AccountRows.text("subscriber", t.of("web.hosting.subscriber")))
                .filter(AccountRows.status(t))
                .filter(AccountRows.cause(t, EnumSet.complementOf(EnumSet.of(Cause.REMOVED, Cause.WEB_OFF))));
        return AccountRows.createdFilters(draft, t)
                .filter(AccountRows.expires(t))
                .filter(Field.choice("sync", t.of("web.sync"), syncs(t)));
    }

    private static List<Option> syncs(Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        for (var sync : Subscription.Sync.values()) {
            var word = sync.name().toLowerCase(Locale.ROOT);
            options.add(new Option(word, t.of("web.status." + word)));
        }
        return options;
    }

    static void verbs(ListDraft draft, Texts t, Set<String> may) {
        draft.verb(
                may.contains("subscription.plan"),
                Verb.page("subscription.plan", t.of("web.hosting.change-plan"), "package"));
        AccountRows.statusVerbs(draft, t, "subscription", may)
                .verbs(t.of("web.more-tools"), "dots", rarer(t, may))
                .verb(
                        may.contains("subscription.remove"),
                        Verb.dialog("subscription.remove", t.of("web.remove"), "trash"));
    }

    private static Verb[] rarer(Texts t, Set<String> may) {
        return Stream.of(
                        Verb.page(AddOnChoices.BIND, t.of("web.hosting.bind-add-on"), "puzzle"),
                        Verb.page(AddOnChoices.UNBIND, t.of("web.hosting.unbind-add-on"), "minus"),
                        Verb.page("subscription.subscriber", t.of("web.hosting.change-subscriber"), "arrows-exchange"),
                        Verb.page("subscription.expiry", t.of("web.hosting.expiry"), "calendar"),
                        Verb.dialog("subscription.relocate", t.of("verb.subscription.relocate"), "server"))
                .filter(verb -> may.contains(verb.name()))
                .toArray(Verb[]::new);
    }

    static Row row(Visit visit, ListedSubscription row, Set<String> may, String back) {
        return row(visit, row, may, back, Map.of());
    }

    /// @param more cells that only this list has
    static Row row(Visit visit, ListedSubscription row, Set<String> may, String back, Map<String, Cell> more) {
        var t = visit.t();
        var id = String.valueOf(row.id());
        var cells = cells(
                "status",
                new Cell.State(AccountWords.status(t, row.own(), row.above())),
                "name",
                new Cell.Name(
                        HostingWords.display(row.name()),
                        "/subscriptions/" + id,
                        "(" + row.plan().orElse(t.of("web.custom")) + ")"),
                "subscriber",
                HostingWords.account(visit, row.owner().id(), row.owner().name(), row.ownerKind()),
                "provider",
                HostingWords.provider(row.provider().id(), row.provider().name()),
                "created",
                new Cell.Day(LocalDate.ofInstant(row.created(), ZoneId.systemDefault())),
                "expires",
                expires(t, row),
                "sync",
                new Cell.State(HostingWords.sync(row.sync())));
        cells.putAll(more);
        var refusals = refusals(visit, row);
        return new Row(
                id,
                HostingWords.display(row.name()),
                cells,
                null,
                SubscriptionActions.of(t, Row.ID, may, refusals, back));
    }

    private static Cell expires(Texts t, ListedSubscription row) {
        return row.expires()
                .<Cell>map(end -> new Cell.Day(HostingWords.lastDay(end)))
                .orElseGet(() -> new Cell.Words(t.of("web.unlimited")));
    }

    static Map<String, String> refusals(Visit visit, ListedSubscription row) {
        var t = visit.t();
        var above = row.above().isActive() ? "" : t.of("web.above.account");
        return Refusals.of(t, visit.level(), row.own(), above, "subscription");
    }
}
