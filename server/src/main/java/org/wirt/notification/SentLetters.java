package org.wirt.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;

/// Hands letters to the mail relay, where there is one: each once, again after growing pauses when it was not taken,
/// for a day. A link leaves the database with its letter. Without a relay letters stay in the list of messages.
@Component
class SentLetters {

    private static final Logger LOG = LoggerFactory.getLogger(SentLetters.class);
    private static final int SECONDS = 3;
    private static final int BATCH = 50;

    private final DSLContext database;
    private final ScopedTransaction transaction;
    private final LinkCipher cipher;
    private final PanelAddress panel;
    private final Optional<MailRelay> relay;

    SentLetters(
            DSLContext database, ScopedTransaction transaction, LinkCipher cipher, PanelAddress panel, Outbox outbox) {
        this.database = database;
        this.transaction = transaction;
        this.cipher = cipher;
        this.panel = panel;
        this.relay = outbox.relay();
    }

    @Bean
    static RecurringTask<Void> sendLetters(@Lazy SentLetters letters) {
        return Tasks.recurring("send-letters", FixedDelay.ofSeconds(SECONDS)).execute((_, _) -> letters.send());
    }

    void send() {
        if (relay.isEmpty()) return;
        for (int i = 0; i < BATCH; i++) {
            if (!transaction.write(Scope.system(), () -> next(relay.get()))) return;
        }
    }

    /// Locked while it is on its way, so that two instances do not send it twice.
    private boolean next(MailRelay to) {
        var letter = database.resultQuery(
                        "select id, recipient, subject, body, secret, tries, (select email from wirt.account where id = 1) sender, "
                                + "(select p.email from wirt.account a join wirt.account p on p.id = a.provider_id where a.id = account_id) provider "
                                + "from wirt.letter where sent_at is null and next_try <= now() and created_at > now() - interval '1 day' "
                                + "order by id limit 1 for update skip locked")
                .fetchOptional();
        letter.ifPresent(row -> send(to, row));
        return letter.isPresent();
    }

    private void send(MailRelay to, Record letter) {
        long id = letter.get("id", Long.class);
        try {
            to.send(
                    sender(letter.get("sender", String.class)),
                    letter.get("provider", String.class),
                    letter.get("recipient", String.class),
                    letter.get("subject", String.class),
                    text(letter.get("body", String.class), letter.get("secret", byte[].class)));
            database.execute(
                    "update wirt.letter set sent_at = clock_timestamp(), secret = null, failure = '' where id = ?", id);
        } catch (MessagingException e) {
            LOG.warn("The mail relay did not take letter {}: {}", id, e.toString());
            database.execute(
                    "update wirt.letter set failure = left(?, 500), tries = tries + 1, "
                            + "next_try = clock_timestamp() + interval '1 minute' * power(2, least(tries, 6)) where id = ?",
                    String.valueOf(e.getMessage()),
                    id);
        }
    }

    private String text(String body, byte @org.jspecify.annotations.Nullable [] secret) {
        if (secret == null) return body;
        return body.replace(
                Letters.LINK,
                panel.url() + "/set-password/" + cipher.reveal(secret).text());
    }

    private static String sender(String administrator) {
        return administrator.isEmpty() ? "wirt@localhost" : administrator;
    }
}
