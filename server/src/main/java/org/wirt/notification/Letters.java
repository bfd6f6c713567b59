package org.wirt.notification;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /// A letter to each owner of an account, e.g. about what happened to somebody below him; all of them in one
    /// statement. Whoever has no address gets none.
    void write(Collection<Addressee> to, String event, Object... gaps) {
        write(to, event, _ -> gaps);
    }

    /// The same, where not every reader may read the same.
    void write(Collection<Addressee> to, String event, Function<Addressee, Object[]> gaps) {
        write(reachable(to), event, Map.of(), gaps);
    }

    /// Letters with a link by which each reader sets a new password.
    void writeWithLink(Collection<Addressee> to, String event, Object... gaps) {
        var readers = reachable(to);
        if (readers.isEmpty()) return;
        write(
                readers,
                event,
                links.make(readers.stream().map(Addressee::loginId).collect(Collectors.toSet())),
                _ -> gaps);
    }

    private static List<Addressee> reachable(Collection<Addressee> to) {
        return to.stream().filter(reader -> !reader.email().isEmpty()).toList();
    }

    /// @param secrets the links, by login
    private void write(List<Addressee> to, String event, Map<Long, Token> secrets, Function<Addressee, Object[]> gaps) {
        if (to.isEmpty()) return;
        var tokens = to.stream()
                .map(r -> Optional.ofNullable(secrets.get(r.loginId())))
                .toList();
        database.execute(
                "select wirt.write_letters(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event,
                to.stream().map(Addressee::accountId).toArray(Long[]::new),
                to.stream().map(Addressee::loginId).toArray(Long[]::new),
                texts(to, Addressee::email),
                texts(to, Addressee::locale),
                texts(to, r -> LetterWords.of(r.locale(), "letter." + event + ".subject", all(r, gaps.apply(r)))),
                texts(to, r -> LetterWords.of(r.locale(), "letter." + event + ".body", all(r, gaps.apply(r)))),
                texts(tokens, token -> hex(token.map(cipher::hide))),
                texts(tokens, token -> hex(token.map(Token::hash))));
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String hex(Optional<byte[]> bytes) {
        return bytes.map(HexFormat.of()::formatHex).orElse(null);
    }

    /// The reader's name and username are the first two gaps of every letter.
    private static Object[] all(Addressee to, Object[] gaps) {
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
        transaction.run(Scope.system(), () -> writeWithLink(List.of(to), "reset"));
    }
}
