package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.listing.PageRequest;
import org.wirt.notification.Letter;
import org.wirt.notification.LetterList;
import org.wirt.notification.Letters;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.MessagePage;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Status;
import org.wirt.web.ui.Total;

/// The letters that were written, and whether they went out. Without a mail relay they are kept here to be read.
@Controller
class MessagesController {

    private final LetterList list;
    private final Letters letters;
    private final ListPreferences preferences;
    private final ScopedTransaction transaction;

    MessagesController(LetterList list, Letters letters, ListPreferences preferences, ScopedTransaction transaction) {
        this.list = list;
        this.letters = letters;
        this.preferences = preferences;
        this.transaction = transaction;
    }

    @Bean
    static ToolsController.Tool messagesTool() {
        return new ToolsController.Tool(
                20, "web.messages", "mail", "/messages", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/messages")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var choice = preferences.of(visit, "messages");
        var request = PageRequest.newest(visit.parameters(), "created", choice.size());
        var page = transaction.read(visit.scope(), () -> list.page(visit.parameters(), request));
        return new ListDraft(visit, "/messages", t.of("web.messages"), choice)
                .searchable()
                .column("status", t.of("web.status"), false)
                .column("name", t.of("web.message.subject"), false)
                .column("recipient", t.of("web.message.recipient"), false)
                .column("time", t.of("web.message.written"), false)
                .column("sent", t.of("web.message.sent"), false)
                .none("mail", t.of("web.messages.none"))
                .show(
                        page,
                        request,
                        letter -> row(t, letter),
                        new Total(page.count().number(), page.count().more()),
                        new Crumb(t.of("web.tools-and-settings"), "/tools"),
                        Crumb.here(t.of("web.messages")));
    }

    private static Row row(Texts t, Letter letter) {
        var cells = cells(
                "status",
                new Cell.State(status(t, letter)),
                "name",
                new Cell.Name(letter.subject(), "/messages/" + letter.id(), letter.failure()),
                "recipient",
                new Cell.Mail(letter.recipient()),
                "time",
                new Cell.Moment(letter.created()));
        cells.put(
                "sent",
                letter.sent().<Cell>map(Cell.Moment::new).orElseGet(() -> new Cell.Words(t.of("web.message.kept"))));
        return new Row(String.valueOf(letter.id()), letter.subject(), cells, null, List.of());
    }

    private static Status status(Texts t, Letter letter) {
        if (letter.sent().isPresent()) return Status.of(Status.Kind.DONE);
        if (!letter.failure().isEmpty()) return new Status(Status.Kind.FAILED, List.of(letter.failure()));
        return new Status(Status.Kind.WAITING, List.of(t.of("web.message.kept")));
    }

    @GetMapping("/messages/{id}")
    ModelAndView message(Visit visit, @PathVariable long id) {
        return page(visit, id, Optional.empty());
    }

    /// Shows the one-time link of a letter that never went out, so that it can be passed on by other means.
    @PostMapping("/messages/{id}/link")
    ModelAndView link(Visit visit, @PathVariable long id) {
        Visits.from(visit, Level.RESELLER);
        return page(visit, id, letters.reveal(id, visit.caller()));
    }

    private ModelAndView page(Visit visit, long id, Optional<String> link) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var letter =
                transaction.read(visit.scope(), () -> list.find(id)).orElseThrow(() -> new Refused(Refusal.notFound()));
        var frame = visit.frame()
                .titled(
                        letter.subject(),
                        new Crumb(t.of("web.tools-and-settings"), "/tools"),
                        new Crumb(t.of("web.messages"), "/messages"),
                        Crumb.here(letter.subject()));
        var request = visit.request();
        var start = request.getScheme() + "://" + request.getHeader("Host");
        return new ModelAndView(
                "message",
                "page",
                new MessagePage(
                        frame,
                        String.valueOf(id),
                        letter.subject(),
                        letter.recipient(),
                        status(t, letter),
                        letter.created(),
                        letter.sent().orElse(null),
                        letter.failure(),
                        letter.body().replace(Letters.LINK, "…"),
                        letter.revealable() && link.isEmpty(),
                        link.map(path -> start + path).orElse(null)));
    }
}
