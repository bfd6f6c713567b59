package org.wirt.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.notification.Event;
import org.wirt.notification.Tellings;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.NotificationsPage;

/// The table of who is told what: the administrator's for all, a reseller's for himself and his customers.
@Controller
class NotificationsController {

    private final Tellings tellings;
    private final Operations operations;
    private final ScopedTransaction transaction;

    NotificationsController(Tellings tellings, Operations operations, ScopedTransaction transaction) {
        this.tellings = tellings;
        this.operations = operations;
        this.transaction = transaction;
    }

    @Bean
    static ToolsController.Tool notificationsTool() {
        return new ToolsController.Tool(
                25, "web.notifications", "bell", "/notifications", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/notifications")
    ModelAndView page(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var held =
                transaction.read(visit.scope(), () -> tellings.of(visit.scope().accountId()));
        var choices = Event.choices(visit.level());
        var readers = Event.READERS.stream()
                .filter(level -> choices.stream().anyMatch(c -> c.reader() == level))
                .toList();
        var lines = Event.of(visit.level()).stream()
                .map(event -> line(t, event, readers, choices, held))
                .toList();
        var title = t.of("web.notifications");
        boolean all = visit.level() == Level.ADMINISTRATOR;
        var page = new NotificationsPage(
                visit.frame().titled(title, new Crumb(t.of("web.tools-and-settings"), "/tools"), Crumb.here(title)),
                t.of(all ? "web.notifications.lead" : "web.notifications.lead-reseller"),
                readers.stream().map(level -> reader(visit, level)).toList(),
                lines);
        return new ModelAndView("notifications", "page", page);
    }

    @PostMapping("/notifications")
    String save(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        operations.start(
                operations.permitted("account.notifications", visit.caller()),
                Selection.one(visit.scope().accountId()),
                visit.parameters(),
                visit.caller());
        visit.say(Flash.done(visit.t().of("web.done.account.notifications")));
        return "redirect:/notifications";
    }

    private static NotificationsPage.Line line(
            Texts t, Event event, List<Level> readers, List<Event.Telling> choices, Map<Event.Telling, Boolean> held) {
        var boxes = readers.stream()
                .map(event::to)
                .map(telling -> choices.contains(telling)
                        ? new NotificationsPage.Box(
                                "told." + telling.key(),
                                NotificationWords.label(t, "told." + telling.key())
                                        .orElseThrow(),
                                held.getOrDefault(telling, false))
                        : NotificationsPage.Box.none(
                                event.isAsked(telling.reader()) ? t.of("web.notifications.asked") : "–"))
                .toList();
        return new NotificationsPage.Line(t.of("web.event." + event.key()), "/notifications/" + event.key(), boxes);
    }

    /// A reseller reads of himself.
    private static String reader(Visit visit, Level level) {
        var t = visit.t();
        if (level == visit.level()) return t.of("web.notifications.you");
        return t.of(level == Level.CUSTOMER ? "web.customers" : "web.resellers");
    }
}
