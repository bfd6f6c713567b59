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
    public static final String LINK = Placeholder.LINK.written();

    private static final String MESSAGE = "message";

    private final DSLContext database;
    private final ScopedTransaction transaction;
    private final OneTimeLinks links;
    private final LinkCipher cipher;
    private final Audit audit;
    private final LetterTexts texts;
    private final ReaderValues readerValues;

    Letters(
            DSLContext database,
            ScopedTransaction transaction,
            OneTimeLinks links,
            LinkCipher cipher,
            Audit audit,
            LetterTexts texts,
            ReaderValues readerValues) {
        this.database = database;
        this.texts = texts;
        this.readerValues = readerValues;
        this.transaction = transaction;
        this.links = links;
        this.cipher = cipher;
        this.audit = audit;
    }

    /// A letter to each owner of an account, e.g. about what happened to somebody below him; all of them in one
    /// statement. Whoever has no address gets none.
    void write(Collection<Addressee> to, LetterKind kind, Map<Placeholder, String> deed) {
        write(to, kind, _ -> deed);
    }

    /// The same, where not every reader may read the same.
    void write(Collection<Addressee> to, LetterKind kind, Function<Addressee, Map<Placeholder, String>> deed) {
        var readers = reachable(to);
        if (readers.isEmpty()) return;
        write(readers, texts.chosen(kind, readers), kind.key(), Map.of(), deed);
    }

    /// A letter that somebody writes himself, once: to each reader his own, with what it names of him.
    void write(Collection<Addressee> to, LetterText text) {
        var readers = reachable(to);
        if (!readers.isEmpty()) write(readers, LetterTexts.Chosen.only(text), MESSAGE, Map.of(), _ -> Map.of());
    }

    /// Letters with a link by which each reader sets a new password; where a text names none, none is made.
    void writeWithLink(Collection<Addressee> to, LetterKind kind) {
        var readers = reachable(to);
        if (readers.isEmpty()) return;
        var chosen = texts.chosen(kind, readers);
        var logins = readers.stream()
                .filter(reader -> chosen.names(reader, Placeholder.LINK))
                .map(Addressee::loginId)
                .collect(Collectors.toSet());
        write(readers, chosen, kind.key(), logins.isEmpty() ? Map.of() : links.make(logins), _ -> Map.of());
    }

    private static List<Addressee> reachable(Collection<Addressee> to) {
        return to.stream().filter(reader -> !reader.email().isEmpty()).toList();
    }

    /// @param event   what the letter is filed under
    /// @param secrets the links, by login
    private void write(
            List<Addressee> to,
            LetterTexts.Chosen chosen,
            String event,
            Map<Long, Token> secrets,
            Function<Addressee, Map<Placeholder, String>> deed) {
        var values = readerValues.of(to, chosen.named(to));
        var written = to.stream()
                .map(reader -> {
                    var theirs = values.reader(reader, LetterWords.language(reader.locale()));
                    theirs.putAll(deed.apply(reader));
                    return chosen.filled(reader, theirs);
                })
                .toList();
        var tokens = to.stream()
                .map(r -> Optional.ofNullable(secrets.get(r.loginId())))
                .toList();
        database.execute(
                "select wirt.write_letters(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event,
                to.stream().map(Addressee::accountId).toArray(Long[]::new),
                to.stream().map(Addressee::loginId).toArray(Long[]::new),
                strings(to, Addressee::email),
                strings(to, Addressee::locale),
                strings(written, LetterText::subject),
                strings(written, LetterText::body),
                strings(tokens, token -> hex(token.map(cipher::hide))),
                strings(tokens, token -> hex(token.map(Token::hash))));
    }

    private static <T> @Nullable String[] strings(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String hex(Optional<byte[]> bytes) {
        return bytes.map(HexFormat.of()::formatHex).orElse(null);
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
        transaction.run(Scope.system(), () -> writeWithLink(List.of(to), LetterKind.RESET));
    }
}
