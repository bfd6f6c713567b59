package org.wirt.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.notification.Event;
import org.wirt.notification.LetterKind;
import org.wirt.notification.LetterPreview;
import org.wirt.notification.LetterText;
import org.wirt.notification.LetterTexts;
import org.wirt.notification.Tellings;
import org.wirt.operation.Operations;
import org.wirt.operation.Previews;
import org.wirt.operation.Selection;
import org.wirt.operation.Verdict;
import org.wirt.speech.Texts;
import org.wirt.value.Language;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.LetterTextPage;
import org.wirt.web.ui.NotificationPage;
import org.wirt.web.ui.Tab;

/// What the letters of an event say, and where else they go: the administrator's for all, a reseller's for his
/// customers.
@Controller
class LetterTextsController {

    private static final String EVENT = "/notifications/{event}";
    private static final String TEXT = EVENT + "/{letter}/{language}";

    private final LetterTexts texts;
    private final LetterPreview preview;
    private final Tellings tellings;
    private final Deeds deeds;
    private final Operations operations;
    private final Previews previews;
    private final ScopedTransaction transaction;

    LetterTextsController(
            LetterTexts texts,
            LetterPreview preview,
            Tellings tellings,
            Deeds deeds,
            Operations operations,
            Previews previews,
            ScopedTransaction transaction) {
        this.texts = texts;
        this.preview = preview;
        this.tellings = tellings;
        this.deeds = deeds;
        this.operations = operations;
        this.previews = previews;
        this.transaction = transaction;
    }

    /// What an address names; a word that is none of these, or none for this visitor, is a page that does not exist.
    private record Place(Event event, LetterKind letter, Language language) {

        static Event event(Visit visit, String word) {
            Visits.from(visit, Level.RESELLER);
            return known(visit, word);
        }

        private static Event known(Visit visit, String word) {
            return Event.of(visit.level()).stream()
                    .filter(event -> event.key().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Refusal.notFound()));
        }

        static Place of(Visit visit, String event, String letter, String language) {
            Visits.from(visit, Level.RESELLER);
            var known = known(visit, event);
            return LetterKind.of(known, visit.level()).stream()
                    .filter(kind -> kind.key().equals(letter))
                    .flatMap(kind -> Arrays.stream(Language.values())
                            .filter(one -> one.tag().equals(language))
                            .map(one -> new Place(known, kind, one)))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Refusal.notFound()));
        }

        Place in(Language other) {
            return new Place(event, letter, other);
        }

        String page() {
            return "/notifications/" + event.key();
        }

        String path() {
            return page() + "/" + letter.key() + "/" + language.tag();
        }

        String name(Texts t) {
            return t.of("web.letter." + letter.key());
        }

        String title(Texts t) {
            return t.of("web.letter-text.title", name(t), NotificationWords.language(t, language.tag()));
        }

        Map<String, List<String>> and(Map<String, List<String>> typed) {
            var fields = new LinkedHashMap<>(typed);
            fields.put("letter", List.of(letter.key()));
            fields.put("language", List.of(language.tag()));
            return fields;
        }
    }

    @GetMapping(EVENT)
    ModelAndView event(Visit visit, @PathVariable String event) {
        var known = Place.event(visit, event);
        var also = transaction.read(
                visit.scope(), () -> tellings.also(visit.scope().accountId(), known));
        return event(visit, known, Form.of(Map.of("address", also.address(), "told", also.told() ? "true" : "")));
    }

    @PostMapping(EVENT)
    ModelAndView alsoTold(Visit visit, @PathVariable String event) {
        var known = Place.event(visit, event);
        var fields = new LinkedHashMap<>(visit.parameters());
        fields.put("event", List.of(known.key()));
        var refusals = deeds.tried(visit, "account.also-told", visit.scope().accountId(), fields);
        if (!refusals.isEmpty()) return Deeds.conflict(event(visit, known, Deeds.again(visit, refusals)));
        visit.say(Flash.done(visit.t().of("web.done.account.also-told")));
        return new ModelAndView("redirect:/notifications/" + known.key());
    }

    private ModelAndView event(Visit visit, Event event, Form also) {
        var t = visit.t();
        var title = t.of("web.event." + event.key());
        var letters = transaction.read(
                visit.scope(),
                () -> LetterKind.of(event, visit.level()).stream()
                        .map(kind -> letter(visit, event, kind))
                        .toList());
        var page = new NotificationPage(
                visit.frame()
                        .titled(
                                title,
                                new Crumb(t.of("web.tools-and-settings"), "/tools"),
                                new Crumb(t.of("web.notifications"), "/notifications"),
                                Crumb.here(title)),
                title,
                "/notifications/" + event.key(),
                Arrays.stream(Language.values())
                        .map(language -> NotificationWords.language(t, language.tag()))
                        .toList(),
                letters,
                event.reaches(visit.level()) ? also : null);
        return new ModelAndView("notification", "page", page);
    }

    private NotificationPage.Letter letter(Visit visit, Event event, LetterKind kind) {
        var t = visit.t();
        var inEach = Arrays.stream(Language.values())
                .map(language -> text(visit, new Place(event, kind, language)))
                .toList();
        return new NotificationPage.Letter(t.of("web.letter." + kind.key()), readers(visit, kind), inEach);
    }

    private NotificationPage.Text text(Visit visit, Place place) {
        var held = held(visit, place);
        return new NotificationPage.Text(
                place.language.tag(),
                visit.t().of("web.letter-text.edit", place.title(visit.t())),
                place.path(),
                held.text().subject(),
                visit.t().of("web.letter-text.of-" + whose(visit, held)));
    }

    /// A reseller's texts go to his customers; what he gets himself is the administrator's.
    private static String readers(Visit visit, LetterKind kind) {
        var t = visit.t();
        return kind.readers().stream()
                .filter(level -> visit.level() == Level.ADMINISTRATOR || level == Level.CUSTOMER)
                .map(level -> switch (level) {
                    case ADMINISTRATOR -> t.of("web.level.administrator");
                    case RESELLER -> t.of("web.resellers");
                    case CUSTOMER -> t.of("web.customers");
                })
                .collect(Collectors.joining(", "));
    }

    private LetterTexts.Held held(Visit visit, Place place) {
        return texts.of(visit.scope().accountId(), place.letter, place.language);
    }

    private static String whose(Visit visit, LetterTexts.Held held) {
        if (held.provider().isEmpty()) return "wirt";
        return held.provider().get() == visit.scope().accountId() ? "own" : "administrator";
    }

    @GetMapping(TEXT)
    ModelAndView text(
            Visit visit, @PathVariable String event, @PathVariable String letter, @PathVariable String language) {
        return text(visit, Place.of(visit, event, letter, language), List.of(), Optional.empty());
    }

    /// Saves the typed text, or shows how it would read: two buttons of one form.
    @PostMapping(TEXT)
    ModelAndView save(
            Visit visit, @PathVariable String event, @PathVariable String letter, @PathVariable String language) {
        var place = Place.of(visit, event, letter, language);
        if (!visit.parameter("preview").isEmpty())
            return text(visit, place, refusals(visit, place), Optional.of(typed(visit)));
        var refusals =
                deeds.tried(visit, "account.letter-text", visit.scope().accountId(), place.and(visit.parameters()));
        if (!refusals.isEmpty()) return Deeds.conflict(text(visit, place, refusals, Optional.of(typed(visit))));
        return done(visit, place, "account.letter-text");
    }

    @PostMapping(TEXT + "/default")
    ModelAndView restore(
            Visit visit, @PathVariable String event, @PathVariable String letter, @PathVariable String language) {
        var place = Place.of(visit, event, letter, language);
        var refusals =
                deeds.tried(visit, "account.letter-default", visit.scope().accountId(), place.and(Map.of()));
        if (!refusals.isEmpty()) return Deeds.conflict(text(visit, place, refusals, Optional.empty()));
        return done(visit, place, "account.letter-default");
    }

    private static ModelAndView done(Visit visit, Place place, String verb) {
        visit.say(Flash.done(visit.t().of("web.done." + verb)));
        return new ModelAndView("redirect:" + place.page());
    }

    private static LetterText typed(Visit visit) {
        var typed = Words.firsts(visit.parameters());
        return new LetterText(typed.getOrDefault("subject", ""), typed.getOrDefault("body", ""));
    }

    private List<Refusal> refusals(Visit visit, Place place) {
        try {
            var rows = previews.preview(
                            operations.permitted("account.letter-text", visit.caller()),
                            Selection.one(visit.scope().accountId()),
                            place.and(visit.parameters()),
                            visit.caller(),
                            1)
                    .rows();
            return rows.stream()
                    .flatMap(row -> row.verdict() instanceof Verdict.No(var why) ? Stream.of(why) : Stream.empty())
                    .toList();
        } catch (Refused refused) {
            return refused.refusals();
        }
    }

    /// @param typed what the form shows, where it was sent; else the text that holds
    private ModelAndView text(Visit visit, Place place, List<Refusal> refusals, Optional<LetterText> typed) {
        var t = visit.t();
        var held = transaction.read(visit.scope(), () -> held(visit, place));
        var text = typed.orElse(held.text());
        var shown = refusals.isEmpty()
                ? transaction.read(visit.scope(), () -> preview.of(place.letter, place.language, text, visit.caller()))
                : null;
        var title = place.title(t);
        var whose = whose(visit, held);
        var form = Words.form(
                t,
                Map.of("subject", text.subject(), "body", text.body()),
                refusals,
                version(visit, held.text(), refusals, typed.isPresent()));
        var page = new LetterTextPage(
                visit.frame()
                        .titled(
                                title,
                                new Crumb(t.of("web.tools-and-settings"), "/tools"),
                                new Crumb(t.of("web.notifications"), "/notifications"),
                                new Crumb(t.of("web.event." + place.event.key()), place.page()),
                                Crumb.here(title)),
                title,
                t.of("web.letter-text.now-" + whose),
                Arrays.stream(Language.values())
                        .map(language -> new Tab(
                                NotificationWords.language(t, language.tag()),
                                place.in(language).path(),
                                language == place.language,
                                null))
                        .toList(),
                place.path(),
                place.language.tag(),
                form,
                whose.equals("own"),
                NotificationWords.gaps(t, place.letter.inText()),
                shown == null
                        ? null
                        : new LetterTextPage.Preview(
                                shown.reader(),
                                shown.text().subject(),
                                shown.text().body()),
                place.page());
        return new ModelAndView("letterText", "page", page);
    }

    /// A form that was sent is still about what it was filled from, until its sender has been shown something newer.
    private static String version(Visit visit, LetterText held, List<Refusal> refusals, boolean sent) {
        boolean shown = refusals.stream().anyMatch(refusal -> refusal.code().equals("letter-text-changed-meanwhile"));
        return sent && !shown ? visit.parameter("version") : held.version();
    }
}
