package org.wirt.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirt.hook.DeliveryList;
import org.wirt.hook.WebHook;
import org.wirt.hook.WebHookDelivery;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Status;

/// Web hooks in the reader's words.
final class WebHookWords {

    private WebHookWords() {}

    /// `customer.created`, `customer.*`, `ping`.
    static String type(Texts t, String type) {
        int dot = type.indexOf('.');
        if (dot < 0) return t.of("web.event-type." + type);
        var kind = kind(t, type.substring(0, dot));
        var what = type.substring(dot + 1);
        return what.equals("*") ? t.of("web.event-type.all-of", kind) : t.of("web.event-type.of", kind, what(t, what));
    }

    static String kind(Texts t, String kind) {
        return t.of("web.object." + kind);
    }

    static String what(Texts t, String what) {
        return t.of("web.event-type." + what);
    }

    static Status status(Texts t, WebHook hook) {
        if (hook.off().isPresent()) {
            var because = t.of("web.web-hook.off." + hook.off().get().word());
            boolean byHand = hook.off().get() == WebHook.Off.BY_HAND;
            return new Status(byHand ? Status.Kind.DISABLED : Status.Kind.FAILED, List.of(because));
        }
        return hook.failingSince()
                .map(since -> new Status(Status.Kind.WARNING, List.of(t.of("web.web-hook.failing", t.dateTime(since)))))
                .orElseGet(() -> Status.of(Status.Kind.ACTIVE));
    }

    /// What somebody should know and do about.
    static List<String> warnings(Texts t, WebHook hook) {
        var warnings = new ArrayList<String>();
        var since = hook.failingSince().map(t::dateTime).orElse("");
        hook.off().ifPresent(why -> warnings.add(t.of("web.web-hook.off." + why.word() + ".what", since)));
        hook.failingSince()
                .filter(_ -> hook.isActive())
                .ifPresent(_ -> warnings.add(t.of("web.web-hook.failing.what", since, hook.waiting())));
        if (hook.givenUp() > 0) warnings.add(t.of("web.web-hook.given-up.what", hook.givenUp()));
        return warnings;
    }

    static String state(Texts t, WebHookDelivery.State state) {
        return t.of("web.web-hook.state." + DeliveryList.word(state));
    }

    static Status status(Texts t, WebHookDelivery row) {
        var kind = switch (row.state()) {
            case WAITING -> row.failure().isEmpty() ? Status.Kind.WAITING : Status.Kind.WARNING;
            case DELIVERED -> Status.Kind.DONE;
            case GIVEN_UP -> Status.Kind.FAILED;
            case SKIPPED -> Status.Kind.CANCELLED;
        };
        return new Status(kind, List.of(state(t, row.state())));
    }

    /// What came of the last attempt, and when the next one is.
    static String outcome(Texts t, WebHookDelivery row) {
        var said = new ArrayList<String>();
        row.status().ifPresent(status -> said.add(t.of("web.web-hook.status", String.valueOf(status))));
        if (!row.failure().isEmpty() && (row.status().isEmpty() || row.failure().equals("redirected")))
            said.add(t.of("web.web-hook.failure." + row.failure()));
        row.duration().map(Duration::toMillis).ifPresent(ms -> said.add(t.of("web.web-hook.duration", ms)));
        if (row.state() == WebHookDelivery.State.WAITING && row.attempts() > 0)
            said.add(t.of("web.web-hook.next", t.dateTime(row.next())));
        return String.join(" · ", said);
    }
}
