package org.wirt.engine.embedded;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.subethamail.smtp.RejectException;
import org.wirt.hosting.IncomingMail;
import org.wirt.hosting.MailUser;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ViewsUnreachable;

/// Who may receive mail at this moment, and the delivery: the same rules for senders from outside and for customers.
/// Codes: RFC 5321 4.2, RFC 3463.
final class Postroom {

    static final int MOST_BYTES = 25 << 20;

    private static final int MOST_PASSED = 1000;

    private final NodeViews views;
    private final MailStore store;
    private final Answers answers;

    /// @param relay by which answers of mailboxes leave for other servers
    Postroom(NodeViews views, MailStore store, Optional<Relay> relay) {
        this.views = views;
        this.store = store;
        this.answers = new Answers(views, this, store.answered(), relay, store.clock());
    }

    /// The mailboxes in which mail to an address ends up: its own, or those that its forward points to. Nothing is
    /// taken that would have to go elsewhere: there is no queue here in which it could wait.
    Collection<MailUser> recipients(String address) throws RejectException {
        var found = new LinkedHashMap<String, MailUser>();
        gather(address.toLowerCase(Locale.ROOT), new HashSet<>(), found);
        return found.values();
    }

    private void gather(String address, Set<String> passed, Map<String, MailUser> found) throws RejectException {
        if (!passed.add(address)) return;
        if (passed.size() > MOST_PASSED) throw new RejectException(451, "4.6.0 Too many forwards");
        var forward = asked(() -> views.goingOn(address));
        if (forward.isEmpty()) {
            found.put(address, recipient(address));
            return;
        }
        mayComeIn(
                forward.get().incoming() == IncomingMail.HOLD
                        ? IncomingMail.DEFER
                        : forward.get().incoming());
        if (forward.get().leaves())
            throw new RejectException(550, "5.7.1 Forwards to other servers, to which this server sends nothing");
        for (var target : forward.get().targets()) {
            if (target.equals(address)) found.put(address, recipient(address));
            else gather(target, passed, found);
        }
    }

    /// Unknown is said first, for good, or senders would go on trying for days; suspended is said for now, so that
    /// nothing is lost, unless the suspension says otherwise. A held message waits in its mailbox.
    private MailUser recipient(String address) throws RejectException {
        var user = asked(() -> views.mailUser(address))
                .orElseThrow(() -> new RejectException(550, "5.1.1 No such mailbox here"));
        mayComeIn(user.incoming());
        return user;
    }

    private static void mayComeIn(IncomingMail incoming) throws RejectException {
        switch (incoming) {
            case ACCEPT, HOLD -> {}
            case DEFER -> throw new RejectException(450, "4.2.1 Mailbox temporarily disabled, try later");
            case REJECT -> throw new RejectException(550, "5.2.1 Mailbox disabled");
        }
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
        var users = new LinkedHashMap<String, MailUser>();
        for (var address : recipients) {
            for (var user : recipients(address)) {
                if (!store.fits(user, message.length)) throw new RejectException(452, "4.2.2 Mailbox full");
                users.put(user.address(), user);
            }
        }
        return List.copyOf(users.values());
    }

    /// @param sender who is answered where a mailbox does so by itself; empty: nobody
    void deliver(String sender, List<MailUser> users, byte[] message) throws RejectException {
        put(users, message);
        answers.send(sender, users, message);
    }

    void put(List<MailUser> users, byte[] message) throws RejectException {
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
