package org.wirt.engine.embedded;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.subethamail.smtp.RejectException;
import org.wirt.hosting.MailUser;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ViewsUnreachable;

/// Who may receive mail at this moment, and the delivery: the same rules for senders from outside and for customers.
/// Codes: RFC 5321 4.2, RFC 3463.
final class Postroom {

    static final int MOST_BYTES = 25 << 20;

    private final NodeViews views;
    private final MailStore store;

    Postroom(NodeViews views, MailStore store) {
        this.views = views;
        this.store = store;
    }

    /// Unknown is said first, for good, or senders would go on trying for days; suspended is said for now, so that
    /// nothing is lost, unless the suspension says otherwise. A held message waits in its mailbox.
    MailUser recipient(String address) throws RejectException {
        var user = asked(() -> views.mailUser(address))
                .orElseThrow(() -> new RejectException(550, "5.1.1 No such mailbox here"));
        return switch (user.incoming()) {
            case ACCEPT, HOLD -> user;
            case DEFER -> throw new RejectException(450, "4.2.1 Mailbox temporarily disabled, try later");
            case REJECT -> throw new RejectException(550, "5.2.1 Mailbox disabled");
        };
    }

    /// Whether the domain is served here, live or not.
    boolean local(String address) throws RejectException {
        var domain = address.substring(address.lastIndexOf('@') + 1);
        return asked(() -> views.mailDomain(domain)).isPresent();
    }

    /// Reads to the end in any case, or the rest of the message would be taken for commands.
    static byte[] message(InputStream data) throws IOException, RejectException {
        var message = data.readNBytes(MOST_BYTES + 1);
        if (message.length <= MOST_BYTES) return message;
        data.transferTo(OutputStream.nullOutputStream());
        throw new RejectException(552, "5.3.4 Message too big");
    }

    /// Looks all recipients up again: one may have been suspended while the message was on its way.
    List<MailUser> ready(Collection<String> recipients, byte[] message) throws RejectException {
        var users = new ArrayList<MailUser>();
        for (var address : recipients) {
            var user = recipient(address);
            if (!store.fits(user, message.length)) throw new RejectException(452, "4.2.2 Mailbox full");
            users.add(user);
        }
        return users;
    }

    void deliver(List<MailUser> users, byte[] message) throws RejectException {
        try {
            for (var user : users) store.deliver(user, message);
        } catch (MessagingException _) {
            throw new RejectException(554, "5.6.0 Not a message");
        }
    }

    static <T> T asked(Supplier<T> question) throws RejectException {
        try {
            return question.get();
        } catch (ViewsUnreachable _) {
            throw new RejectException(451, "4.3.0 Try again later");
        }
    }
}
