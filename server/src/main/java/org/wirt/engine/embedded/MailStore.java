package org.wirt.engine.embedded;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.wirt.hosting.MailUser;

/// The mail of the embedded servers, in memory: enough to see a suspension defer and return mail, gone at the next
/// start. Real mail is Postfix and Dovecot.
public final class MailStore {

    private static final long MOST_BYTES = 32L << 20;

    private final ImapHostManager folders = new ImapHostManagerImpl(new InMemoryStore());
    private final Map<Long, StoredMailbox> mailboxes = new ConcurrentHashMap<>();
    private final Session session = Session.getInstance(new Properties());
    private final Clock clock;
    private final Answered answered;

    public MailStore(Clock clock) {
        this.clock = clock;
        this.answered = new Answered(clock);
    }

    Clock clock() {
        return clock;
    }

    /// Whom the mailboxes have answered by themselves.
    Answered answered() {
        return answered;
    }

    ImapHostManager folders() {
        return folders;
    }

    StoredMailbox mailbox(MailUser user) {
        return mailboxes.computeIfAbsent(user.ticket().object(), _ -> {
            var made = new StoredMailbox(folders, user);
            made.create();
            return made;
        });
    }

    /// Whether a message of that many bytes still fits in.
    boolean fits(MailUser user, int bytes) {
        var most = user.quota() < 0 ? MOST_BYTES : Math.min(user.quota(), MOST_BYTES);
        return used(mailbox(user)) + bytes <= most;
    }

    void deliver(MailUser user, byte[] message) throws MessagingException {
        mailbox(user).deliver(new MimeMessage(session, new ByteArrayInputStream(message)));
    }

    private long used(StoredMailbox mailbox) {
        try {
            long sum = 0;
            for (var message : folders.getInbox(mailbox).getNonDeletedMessages()) sum += size(message);
            return sum;
        } catch (FolderException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int size(StoredMessage message) throws MessagingException {
        return Math.max(0, message.getMimeMessage().getSize());
    }
}
