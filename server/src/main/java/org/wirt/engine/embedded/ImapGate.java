package org.wirt.engine.embedded;

import org.wirt.hosting.MailUser;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServicePasswords;
import org.wirt.hosting.ViewsUnreachable;

/// Who is let in to read mail. Only who knows the password learns that the account is suspended (RFC 5530).
final class ImapGate {

    sealed interface Answer {
        record Welcome(MailUser user) implements Answer {}

        /// @param code of RFC 5530, with the words for the person
        record No(String code) implements Answer {}
    }

    private static final Answer WRONG = new Answer.No("[AUTHENTICATIONFAILED] Authentication failed");
    private static final Answer SUSPENDED = new Answer.No("[CONTACTADMIN] Account suspended");
    private static final Answer LATER = new Answer.No("[UNAVAILABLE] Try again later");

    private final NodeViews views;
    private final ServicePasswords passwords;

    ImapGate(NodeViews views, ServicePasswords passwords) {
        this.views = views;
        this.passwords = passwords;
    }

    Answer ask(String address, String password) {
        try {
            var found = views.mailUser(address);
            var right = passwords.matches(password, found.flatMap(MailUser::passwordHash));
            return found.filter(_ -> right).map(ImapGate::judged).orElse(WRONG);
        } catch (ViewsUnreachable _) {
            return LATER;
        }
    }

    private static Answer judged(MailUser user) {
        return user.live() ? new Answer.Welcome(user) : SUSPENDED;
    }
}
