package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.hook.WebHook;
import org.wirt.hook.WebHooks;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Total;
import org.wirt.web.ui.Verb;

/// The web hooks of an account, and the page of each.
@Controller
class WebHooksController {

    private final WebHooks hooks;
    private final WebHookPages pages;
    private final ListPreferences preferences;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    WebHooksController(
            WebHooks hooks,
            WebHookPages pages,
            ListPreferences preferences,
            JobViews jobs,
            ScopedTransaction transaction) {
        this.hooks = hooks;
        this.pages = pages;
        this.preferences = preferences;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @Bean
    static ToolsController.Tool webHooksTool() {
        return new ToolsController.Tool(
                27, "web.web-hooks", "link", "/web-hooks", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/web-hooks")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var choice = preferences.of(visit, "web-hooks");
        var found = transaction.read(visit.scope(), () -> hooks.of(visit.scope().accountId()));
        var page = new Page<>(found, Optional.empty(), Optional.empty(), Page.Count.of(found.size()));
        return new ListDraft(visit, "/web-hooks", t.of("web.web-hooks"), choice)
                .lead(t.of("web.web-hooks.lead"))
                .begin(t.of("web.web-hook.add"), "/web-hooks/new", true)
                .verb(true, Verb.dialog("web-hook.remove", t.of("web.remove"), "trash"))
                .job(jobs.running(visit))
                .column("status", t.of("web.status"), false)
                .column("name", t.of("web.web-hook"), false)
                .column("last", t.of("web.web-hook.last"), false)
                .number("waiting", t.of("web.web-hook.waiting"), false)
                .column("failing", t.of("web.web-hook.failing-since"), false)
                .none("link", t.of("web.web-hooks.none"))
                .show(
                        page,
                        PageRequest.of(Map.of(), List.of("name"), choice.size()),
                        hook -> row(t, hook),
                        new Total(found.size(), false),
                        new Crumb(t.of("web.tools-and-settings"), "/tools"),
                        Crumb.here(t.of("web.web-hooks")));
    }

    private static Row row(Texts t, WebHook hook) {
        var cells = cells(
                "status",
                new Cell.State(WebHookWords.status(t, hook)),
                "name",
                new Cell.Name(hook.name(), "/web-hooks/" + hook.id(), hook.url()),
                "waiting",
                new Cell.Count(hook.waiting(), null));
        cells.put(
                "last",
                hook.lastDelivered()
                        .<Cell>map(Cell.Moment::new)
                        .orElseGet(() -> new Cell.Words(t.of("web.web-hook.never"))));
        hook.failingSince().ifPresent(since -> cells.put("failing", new Cell.Moment(since)));
        return new Row(String.valueOf(hook.id()), hook.name(), cells, null, List.of());
    }

    @GetMapping("/web-hooks/{id}")
    ModelAndView page(Visit visit, @PathVariable long id) {
        return pages.page(visit, pages.find(visit, id), null);
    }
}
