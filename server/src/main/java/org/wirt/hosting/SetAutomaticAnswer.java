package org.wirt.hosting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Job;
import org.wirt.operation.Meaning;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.AnswerSubject;
import org.wirt.value.AnswerText;
import org.wirt.value.Refusal;

/// Lets a mailbox answer by itself whoever writes to it, or answer something else; one that was ended is there still.
/// Undone by [EndAutomaticAnswer].
@Verb(name = "mailbox.answer", from = Level.CUSTOMER)
class SetAutomaticAnswer implements Operation<Mailbox, SetAutomaticAnswer.Input>, Editing<Mailbox>, Outward {

    /// @param subject absent: that of the message, after `Auto:`
    /// @param html    whether the text is a page of HTML
    /// @param until   the last day on which it answers; absent: until somebody ends it
    /// @param off     it is only kept, until it is set without that
    record Input(
            Optional<AnswerSubject> subject,
            AnswerText text,
            boolean html,
            @Meaning("last-day") Optional<LocalDate> until,
            boolean off) {

        AutomaticAnswer answer() {
            return new AutomaticAnswer(subject.map(AnswerSubject::text), text.text(), html, until, off, false);
        }
    }

    private final DSLContext database;
    private final Clock clock;

    SetAutomaticAnswer(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<String, String> saved(Mailbox mailbox) {
        return mailbox.savedAnswer();
    }

    @Override
    public Verdict judge(Mailbox mailbox, Input input, Caller caller) {
        var forbidden = HostingRules.mayManage(mailbox.space(), caller, CreateMailbox.PERMISSION);
        if (forbidden.isPresent()) return Verdict.refused(forbidden.get());
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (!input.off() && input.until().filter(last -> last.isBefore(today)).isPresent())
            return Verdict.refused(Refusal.invalid("until", "date-past"));
        boolean same =
                mailbox.answer().filter(answer -> answer.off() == input.off()).isPresent()
                        && mailbox.savedAnswer().equals(input.answer().saved());
        return same ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Mailbox> mailboxes, Input input, Caller caller, Job job) {
        var answer = input.answer();
        database.execute(
                "update wirt.mailbox set answer_subject = ?, answer_text = ?, answer_html = ?, answer_until = ?, answer_off = ? where id = any(?)",
                answer.subject().orElse(null),
                answer.text(),
                answer.html(),
                answer.until().orElse(null),
                answer.off(),
                mailboxes.stream().map(Mailbox::id).toArray(Long[]::new));
        return mailboxes.stream()
                .map(m -> new Change(
                        m.id(), AutomaticAnswer.logged(m.answer()), AutomaticAnswer.logged(Optional.of(answer))))
                .toList();
    }
}
