package org.wirt.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.ScopedTransaction;
import org.wirt.hook.DeliveryList;
import org.wirt.hook.WebHook;
import org.wirt.hook.WebHookDelivery;
import org.wirt.value.Refused;
import org.wirt.value.WebHookSecret;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.WebHookQuestion;

/// What is done with a web hook from its page: switching, testing, another secret, delivering again.
@Controller
class WebHookDeedsController {

    /// Nearly every receiver answers faster than this.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final WebHookPages pages;
    private final DeliveryList deliveries;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    WebHookDeedsController(WebHookPages pages, DeliveryList deliveries, Deeds deeds, ScopedTransaction transaction) {
        this.pages = pages;
        this.deliveries = deliveries;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @PostMapping("/web-hooks/{id}/enable")
    ModelAndView enable(Visit visit, @PathVariable long id) {
        return done(visit, pages.find(visit, id), "web-hook.enable");
    }

    @PostMapping("/web-hooks/{id}/disable")
    ModelAndView disable(Visit visit, @PathVariable long id) {
        return done(visit, pages.find(visit, id), "web-hook.disable");
    }

    private ModelAndView done(Visit visit, WebHook hook, String verb) {
        var refusals = deeds.tried(visit, verb, hook.id());
        visit.say(
                refusals.isEmpty()
                        ? Flash.done(visit.t().of("web.done." + verb, hook.name()))
                        : Flash.problem(Words.sentence(visit.t(), refusals.getFirst())));
        return new ModelAndView("redirect:" + WebHookPages.path(hook));
    }

    /// Waits for what the receiver says, so that nobody has to look for it in the log.
    @PostMapping("/web-hooks/{id}/test")
    ModelAndView test(Visit visit, @PathVariable long id) {
        var hook = pages.find(visit, id);
        deeds.tried(visit, "web-hook.test", id);
        visit.say(tested(visit, hook));
        return new ModelAndView("redirect:" + WebHookPages.path(hook));
    }

    private Flash tested(Visit visit, WebHook hook) {
        var t = visit.t();
        var until = System.nanoTime() + PATIENCE.toNanos();
        Optional<WebHookDelivery> last;
        do {
            LockSupport.parkNanos(LOOK_NANOS);
            last = transaction.read(visit.scope(), () -> deliveries.lastTest(hook.id()));
        } while (last.flatMap(WebHookDelivery::finished).isEmpty() && System.nanoTime() < until);
        return last.filter(test -> test.finished().isPresent())
                .map(test -> test.state() == WebHookDelivery.State.DELIVERED
                        ? Flash.done(t.of("web.web-hook.tested", WebHookWords.outcome(t, test)))
                        : Flash.problem(t.of("web.web-hook.tested-in-vain", WebHookWords.outcome(t, test))))
                .orElseGet(() -> new Flash(Flash.Kind.NOTE, t.of("web.web-hook.testing"), null, null));
    }

    @GetMapping("/web-hooks/{id}/secret")
    ModelAndView secret(Visit visit, @PathVariable long id) {
        var hook = pages.find(visit, id);
        var t = visit.t();
        var title = t.of("verb.web-hook.renew-secret");
        return new ModelAndView(
                "hook/question",
                "page",
                new WebHookQuestion(
                        WebHookPages.frame(visit, hook, title),
                        t.of("web.heading.one.web-hook.renew-secret", hook.name()),
                        t.of("web.web-hook.renew.what"),
                        List.of(),
                        Form.empty(),
                        WebHookPages.path(hook) + "/secret",
                        title,
                        WebHookPages.path(hook)));
    }

    @PostMapping("/web-hooks/{id}/secret")
    ModelAndView renew(Visit visit, @PathVariable long id) {
        var hook = pages.find(visit, id);
        var secret = WebHookSecret.random();
        var typed = new LinkedHashMap<>(visit.parameters());
        typed.put("secret", List.of(secret.text()));
        var refusals = deeds.tried(visit, "web-hook.renew-secret", id, typed);
        if (!refusals.isEmpty()) throw new Refused(refusals);
        return pages.page(visit, hook, secret.text());
    }

    @GetMapping("/web-hooks/{id}/replay")
    ModelAndView replayFrom(Visit visit, @PathVariable long id) {
        return replayForm(visit, pages.find(visit, id), Form.empty());
    }

    /// One line of the log, all that were given up, or everything from a day on.
    @PostMapping("/web-hooks/{id}/replay")
    ModelAndView replay(Visit visit, @PathVariable long id) {
        var hook = pages.find(visit, id);
        var refusals = deeds.tried(visit, "web-hook.replay", id);
        if (!refusals.isEmpty()) return Deeds.conflict(replayForm(visit, hook, Deeds.again(visit, refusals)));
        visit.say(Flash.done(
                visit.t().of(hook.isActive() ? "web.done.web-hook.replay" : "web.web-hook.replay-later", hook.name())));
        return new ModelAndView("redirect:" + WebHookPages.path(hook));
    }

    private static ModelAndView replayForm(Visit visit, WebHook hook, Form form) {
        var t = visit.t();
        var title = t.of("web.web-hook.again.from");
        var from = Field.of("date", "from", t.of("web.from")).from(form).needed();
        return new ModelAndView(
                "hook/question",
                "page",
                new WebHookQuestion(
                        WebHookPages.frame(visit, hook, title),
                        t.of("web.heading.one.web-hook.replay", hook.name()),
                        t.of("web.web-hook.again.what"),
                        List.of(from),
                        form,
                        WebHookPages.path(hook) + "/replay",
                        t.of("verb.web-hook.replay"),
                        WebHookPages.path(hook)));
    }
}
