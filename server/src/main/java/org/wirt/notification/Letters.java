package org.wirt.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.OneTimeLinks;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.access.Token;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;

/// Writes letters in the transaction of what they tell, and shows the link in one to whoever may set that password.
@Component
public class Letters {

    /// Stands in a letter's text for the one-time link.
    public static final String LINK = "{link}";

    private final DSLContext database;
    private final ScopedTransaction transaction;
    private final OneTimeLinks links;
    private final LinkCipher cipher;
    private final Audit audit;

    Letters(DSLContext database, ScopedTransaction transaction, OneTimeLinks links, LinkCipher cipher, Audit audit) {
        this.database = database;
        this.transaction = transaction;
        this.links = links;
        this.cipher = cipher;
        this.audit = audit;
    }

    /// A letter to the owner of an account, e.g. about what happened to somebody below him. Whoever has no address gets
    /// none.
    void write(Addressee to, String event, Object... gaps) {
        write(to, event, null, gaps);
    }

    /// A letter with a link by which its reader sets a new password.
    void writeWithLink(Addressee to, String event, Object... gaps) {
        write(to, event, links.make(to.loginId()), gaps);
    }

    private void write(Addressee to, String event, @Nullable Token link, Object... gaps) {
        if (to.email().isEmpty()) return;
        database.execute(
                "select wirt.write_letter(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                to.accountId(),
                to.loginId(),
                event,
                to.email(),
                to.locale(),
                LetterWords.of(to.locale(), "letter." + event + ".subject", all(to, gaps)),
                LetterWords.of(to.locale(), "letter." + event + ".body", all(to, gaps)),
                link == null ? null : cipher.hide(link),
                link == null ? null : link.hash());
    }

    /// The reader's name and username are the first two gaps of every letter.
    private static Object[] all(Addressee to, Object... gaps) {
        var all = new Object[gaps.length + 2];
        all[0] = to.name();
        all[1] = to.username();
        System.arraycopy(gaps, 0, all, 2, gaps.length);
        return all;
    }

    /// The one-time link of a letter, as a path of the panel, for a reader who may reset that login: the administrator
    /// or the reseller above, never somebody of the account itself. Empty once it was sent or used. Each look
    /// is recorded.
    public Optional<String> reveal(long letterId, Caller caller) {
        return transaction.write(
                caller.scope(),
                () -> database.resultQuery(
                                "select account_id, reseller_id, recipient, secret from wirt.letter where id = ? and secret is not null "
                                        + "and account_id <> ?",
                                letterId,
                                caller.scope().accountId())
                        .fetchOptional(row -> {
                            audit.write(
                                    caller,
                                    null,
                                    "letter.reveal",
                                    List.of(new Entry(
                                            "letter",
                                            letterId,
                                            row.get("recipient", String.class),
                                            row.get("account_id", Long.class),
                                            row.get("reseller_id", Long.class),
                                            "DONE",
                                            Map.of(),
                                            Map.of())));
                            return "/set-password/"
                                    + cipher.reveal(row.get("secret", byte[].class))
                                            .text();
                        }));
    }

    /// The letter of the sign-in page: in a scope of its own, because whoever asks is nobody yet.
    void writeReset(Addressee to) {
        transaction.run(Scope.system(), () -> writeWithLink(to, "reset"));
    }
}
