package org.wirt.hosting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a mailbox answers by itself, at most once a day to each sender.
///
/// @param subject none: that of the message, after `Auto:`
/// @param html    whether the text is a page of HTML
/// @param until   the last day (UTC) on which it answers; none: without end
/// @param off     it is kept, and nobody gets it until it is switched on
/// @param ended   that day has passed: it is told still, so that it can be set again
public record AutomaticAnswer(
        Optional<String> subject, String text, boolean html, Optional<LocalDate> until, boolean off, boolean ended) {

    /// Whether anybody gets it.
    public boolean isOn() {
        return !off && !ended;
    }

    AutomaticAnswer switchedOff() {
        return new AutomaticAnswer(subject, text, html, until, true, ended);
    }

    /// What it says, whether anybody gets it or not.
    Map<String, String> saved() {
        return Map.of(
                "subject",
                subject.orElse(""),
                "text",
                text,
                "html",
                Boolean.toString(html),
                "until",
                until.map(LocalDate::toString).orElse(""));
    }

    /// As the audit log keeps it, which does not keep what it says.
    static Map<String, Object> logged(Optional<AutomaticAnswer> answer) {
        var values = new HashMap<String, Object>();
        values.put("answers", answer.filter(one -> !one.off).isPresent());
        answer.flatMap(AutomaticAnswer::subject).ifPresent(subject -> values.put("subject", subject));
        answer.flatMap(AutomaticAnswer::until).ifPresent(last -> values.put("last-day", last.toString()));
        return values;
    }
}
