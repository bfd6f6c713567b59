package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.wirt.hosting.AutomaticAnswer;
import org.wirt.hosting.Mailbox;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Action;

/// What a row says of a mailbox besides its name, and what can be done with it.
final class MailboxMenu {

    private MailboxMenu() {}

    static List<Action> of(Visit visit, Mailbox mailbox, String back) {
        var t = visit.t();
        var own = "/mailboxes/" + mailbox.id();
        var way = "?return=" + HostingGroups.encoded(back);
        var menu = new ArrayList<Action>();
        menu.add(HostingGroups.password(visit, own + "/password", back));
        menu.add(Action.link(t.of("verb.mailbox.quota"), "pencil", own + "/quota" + way));
        menu.add(Action.link(t.of("verb.mailbox.rename"), "pencil", own + "/name" + way));
        menu.add(Action.link(t.of("verb.mailbox.answer"), "arrow-back-up", own + "/answer" + way));
        if (mailbox.answer().filter(answer -> !answer.off()).isPresent())
            menu.add(SiteActions.returning(
                    Action.Kind.DIALOG,
                    t.of("verb.mailbox.unanswer"),
                    "ban",
                    "mailbox.unanswer",
                    String.valueOf(mailbox.id()),
                    back));
        menu.add(switching(t, mailbox, back));
        menu.add(HostingGroups.remove(visit, "mailbox.remove", mailbox.id(), back));
        return menu;
    }

    private static Action switching(Texts t, Mailbox mailbox, String back) {
        var verb = mailbox.off() ? "mailbox.enable" : "mailbox.disable";
        return SiteActions.returning(
                Action.Kind.AT_ONCE,
                t.of("verb." + verb),
                mailbox.off() ? "check" : "ban",
                verb,
                String.valueOf(mailbox.id()),
                back);
    }

    static String note(Texts t, Mailbox mailbox) {
        return mailbox.answer()
                .filter(answer -> !answer.off())
                .map(answer -> note(t, answer))
                .orElse("");
    }

    private static String note(Texts t, AutomaticAnswer answer) {
        if (answer.until().isEmpty()) return t.of("web.hosting.answers");
        return t.of(
                answer.ended() ? "web.hosting.answers.over" : "web.hosting.answers.until",
                t.date(answer.until().get()));
    }
}
