package org.wirt.engine.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.wirt.hosting.MailUser;
import org.wirt.hosting.NodeViews;

/// Answers for mailboxes whose owners said so, once a message lies in them. Who delivered it does not wait for that,
/// and does not hear where an answer can go nowhere: to other servers there is no way without a relay.
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final NodeViews views;
    private final Postroom postroom;
    private final Answered answered;
    private final Optional<Relay> relay;
    private final Clock clock;

    Answers(NodeViews views, Postroom postroom, Answered answered, Optional<Relay> relay, Clock clock) {
        this.views = views;
        this.postroom = postroom;
        this.answered = answered;
        this.relay = relay;
        this.clock = clock;
    }

    /// @param sender  as the envelope names him; empty: nobody, who is not answered
    /// @param message as it was delivered
    void send(String sender, Collection<MailUser> users, byte[] message) {
        if (sender.isEmpty()) return;
        for (var user : users) Thread.ofVirtual().name("answer").start(() -> answer(sender, user, message));
    }

    private void answer(String sender, MailUser user, byte[] bytes) {
        try {
            var answer = views.answer(user);
            if (answer.isEmpty()) return;
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            if (Answerable.is(sender, message, answer.get().names())
                    && answered.isFirst(user.ticket().object(), sender.toLowerCase(Locale.ROOT)))
                hand(sender, AnswerLetter.bytes(answer.get(), sender, message, clock.instant()));
        } catch (RejectException | MessagingException | IOException | RuntimeException e) {
            LOG.info(
                    "The automatic answer of mailbox {} was not sent: {}",
                    user.ticket().object(),
                    e.toString());
        }
    }

    /// In nobody's name, so that nobody answers or returns it.
    private void hand(String to, byte[] letter) throws RejectException {
        if (postroom.local(to)) postroom.put(postroom.ready(List.of(to), letter), letter);
        else if (relay.isPresent()) relay.get().send("", List.of(to), letter);
        else LOG.debug("An automatic answer to another server was not sent: no relay is set");
    }
}
