package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.hook.DeliveryList;
import org.wirt.hook.WebHook;
import org.wirt.hook.WebHookDelivery;
import org.wirt.hook.WebHooks;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.ListPage;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.WebHookPage;

/// The page of one web hook: how it is, what can be done with it, what it was told.
@Component
class WebHookPages {

    private final WebHooks hooks;
    private final DeliveryList deliveries;
    private final ObjectPages pages;
    private final ListPreferences preferences;
    private final ScopedTransaction transaction;

    private record Read(Page<WebHookDelivery> page, ObjectPages.Found pages) {}

    WebHookPages(
            WebHooks hooks,
            DeliveryList deliveries,
            ObjectPages pages,
            ListPreferences preferences,
            ScopedTransaction transaction) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.pages = pages;
        this.preferences = preferences;
        this.transaction = transaction;
    }

    WebHook find(Visit visit, long id) {
        Visits.from(visit, Level.RESELLER);
        return transaction.read(visit.scope(), () -> hooks.find(id)).orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    static String path(WebHook hook) {
        return "/web-hooks/" + hook.id();
    }

    static Frame frame(Visit visit, WebHook hook, String... below) {
        var t = visit.t();
        var crumbs = new ArrayList<>(List.of(
                new Crumb(t.of("web.tools-and-settings"), "/tools"), new Crumb(t.of("web.web-hooks"), "/web-hooks")));
        crumbs.add(below.length == 0 ? Crumb.here(hook.name()) : new Crumb(hook.name(), path(hook)));
        for (var title : below) crumbs.add(Crumb.here(title));
        return visit.frame().titled(below.length == 0 ? hook.name() : below[0], crumbs.toArray(Crumb[]::new));
    }

    /// @param secret to be shown this once
    ModelAndView page(Visit visit, WebHook hook, @Nullable String secret) {
        var t = visit.t();
        var frame = frame(visit, hook);
        var log = log(visit, frame, hook);
        if (log.fragment()) return new ModelAndView("list/body", "page", log);
        var page = new WebHookPage(
                frame,
                hook.name(),
                hook.url(),
                WebHookWords.status(t, hook),
                hook.types().isEmpty()
                        ? List.of(t.of("web.web-hook.types.all"))
                        : hook.types().stream()
                                .map(type -> WebHookWords.type(t, type))
                                .toList(),
                hook.created(),
                hook.lastDelivered().orElse(null),
                hook.waiting(),
                WebHookWords.warnings(t, hook),
                secret,
                actions(t, hook),
                log);
        return new ModelAndView("hook/page", "page", page);
    }

    private static List<Action> actions(Texts t, WebHook hook) {
        var way = path(hook);
        var id = String.valueOf(hook.id());
        var actions = new ArrayList<Action>();
        actions.add(Action.link(t.of("verb.web-hook.change"), "pencil", way + "/change"));
        actions.add(Action.post(t.of("verb.web-hook.test"), "bell", way + "/test"));
        if (hook.isActive()) {
            actions.add(Action.post(t.of("verb.web-hook.disable"), "player-pause", way + "/disable"));
        } else {
            actions.add(Action.post(t.of("verb.web-hook.enable"), "circle-check", way + "/enable"));
            actions.add(Action.post(t.of("web.web-hook.enable.skip"), "circle-check", way + "/enable?skip=true"));
        }
        actions.add(Action.post(t.of("web.web-hook.again.given-up"), "refresh", way + "/replay?givenUp=true")
                .refused(hook.givenUp() > 0 ? null : t.of("web.web-hook.again.none")));
        actions.add(Action.link(t.of("web.web-hook.again.from"), "clock", way + "/replay"));
        actions.add(Action.link(t.of("verb.web-hook.renew-secret"), "key", way + "/secret"));
        actions.add(Action.dialog(t.of("web.remove"), "trash", "web-hook.remove", id)
                .dangerous());
        return actions;
    }

    private ListPage log(Visit visit, Frame frame, WebHook hook) {
        var t = visit.t();
        var choice = preferences.of(visit, "web-hook-deliveries");
        var request = PageRequest.newest(visit.parameters(), "id", choice.size());
        var read = transaction.read(visit.scope(), () -> {
            var page = deliveries.page(hook.id(), visit.parameters(), request);
            return new Read(page, pages.of(page.rows(), WebHookPages::named));
        });
        return new ListDraft(visit, path(hook), t.of("web.web-hook.log"), choice)
                .filter(Field.choice("state", t.of("web.status"), states(t)))
                .column("status", t.of("web.status"), false)
                .column("name", t.of("web.web-hook.event"), false)
                .column("time", t.of("web.time"), false)
                .column("object", t.of("web.audit.object"), false)
                .number("attempts", t.of("web.web-hook.attempts"), false)
                .column("answer", t.of("web.web-hook.answer"), false)
                .none("link", t.of("web.web-hook.log.none"))
                .within(frame, read.page, request, row -> row(t, hook, row, read.pages));
    }

    private static List<Option> states(Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        Arrays.stream(WebHookDelivery.State.values())
                .map(state -> new Option(DeliveryList.word(state), WebHookWords.state(t, state)))
                .forEach(options::add);
        return options;
    }

    private static ObjectPages.Named named(WebHookDelivery row) {
        return new ObjectPages.Named(row.object(), row.objectId());
    }

    private static Row row(Texts t, WebHook hook, WebHookDelivery row, ObjectPages.Found pages) {
        var name = WebHookWords.type(t, row.type());
        var cells = cells(
                "status",
                new Cell.State(WebHookWords.status(t, row)),
                "name",
                new Cell.Name(name, null, WebHookWords.state(t, row.state())),
                "time",
                new Cell.Moment(row.attempted().orElse(row.created())),
                "object",
                row.isTest()
                        ? new Cell.Words("")
                        : new Cell.Name(
                                row.name(), pages.of(named(row)).orElse(null), WebHookWords.kind(t, row.object())),
                "attempts",
                new Cell.Count(row.attempts(), null),
                "answer",
                new Cell.Name(WebHookWords.outcome(t, row), null, row.answer()));
        var again = row.isTest()
                ? null
                : Action.post(
                        t.of("web.web-hook.again.of", name, row.name()),
                        "refresh",
                        path(hook) + "/replay?delivery=" + row.id());
        var menu = again == null
                ? List.<Action>of()
                : List.of(Action.post(
                        t.of("verb.web-hook.replay"), "refresh", path(hook) + "/replay?delivery=" + Row.ID));
        return new Row(String.valueOf(row.id()), name, cells, again, menu);
    }
}
