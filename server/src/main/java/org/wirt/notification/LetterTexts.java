package org.wirt.notification;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;
import org.wirt.value.Language;

/// What letters say: a reseller's own text to his customers, else the administrator's, else Wirt's. Each language for
/// itself. Call within a scoped transaction.
@Component
public class LetterTexts {

    private final DSLContext database;

    LetterTexts(DSLContext database) {
        this.database = database;
    }

    /// The text that holds for a provider's readers.
    ///
    /// @param provider whose it is; absent: Wirt's own
    public record Held(LetterText text, Optional<Long> provider) {}

    private record Key(long provider, Language language) {}

    /// The texts of one letter, taken apart, as a whole batch of readers needs them.
    static final class Chosen {

        private record Parts(Template subject, Template body) {

            static Parts of(LetterText text) {
                return new Parts(new Template(text.subject()), new Template(text.body()));
            }
        }

        private final Function<Key, LetterText> texts;
        private final Map<Key, Parts> parts = new HashMap<>();

        private Chosen(Function<Key, LetterText> texts) {
            this.texts = texts;
        }

        /// The same for every reader, in the language it was written in.
        static Chosen only(LetterText text) {
            return new Chosen(_ -> text);
        }

        private Parts of(Addressee reader) {
            return parts.computeIfAbsent(
                    new Key(reader.providerId(), LetterWords.language(reader.locale())),
                    key -> Parts.of(texts.apply(key)));
        }

        boolean names(Addressee reader, Placeholder placeholder) {
            return of(reader).body.placeholders().contains(placeholder);
        }

        Set<Placeholder> named(Collection<Addressee> readers) {
            var named = EnumSet.noneOf(Placeholder.class);
            for (var reader : readers) {
                named.addAll(of(reader).subject.placeholders());
                named.addAll(of(reader).body.placeholders());
            }
            return named;
        }

        /// A subject stays one line, whatever it names.
        LetterText filled(Addressee reader, Map<Placeholder, String> values) {
            var text = of(reader);
            return new LetterText(
                    text.subject.filled(values).replaceAll("\\s+", " ").strip(), text.body.filled(values));
        }
    }

    /// One statement, whoever's customers the readers are.
    Chosen chosen(LetterKind kind, Collection<Addressee> readers) {
        var written = written(
                kind, readers.stream().map(Addressee::providerId).distinct().toList());
        return new Chosen(key -> held(kind, written, key.provider, key.language).text());
    }

    public Held of(long provider, LetterKind kind, Language language) {
        return held(kind, written(kind, List.of(provider)), provider, language);
    }

    private static Held held(LetterKind kind, Map<Key, LetterText> written, long provider, Language language) {
        for (var whose : List.of(provider, Scope.ADMINISTRATOR)) {
            var text = written.get(new Key(whose, language));
            if (text != null) return new Held(text, Optional.of(whose));
        }
        return new Held(LetterWords.text(kind, language), Optional.empty());
    }

    private Map<Key, LetterText> written(LetterKind kind, Collection<Long> providers) {
        var written = new HashMap<Key, LetterText>();
        database.resultQuery("select * from wirt.letter_texts(?, ?)", kind.key(), providers.toArray(Long[]::new))
                .forEach(r -> written.put(
                        new Key(
                                r.get("account_id", Long.class),
                                Language.valueOf(r.get("language", String.class).toUpperCase(Locale.ROOT))),
                        new LetterText(r.get("subject", String.class), r.get("body", String.class))));
        return written;
    }

    void write(long provider, LetterKind kind, Language language, LetterText text) {
        database.execute(
                "insert into wirt.letter_text (account_id, reseller_id, letter, language, subject, body) values (?, ?, ?, ?, ?, ?) "
                        + "on conflict (account_id, letter, language) do update set subject = excluded.subject, body = excluded.body",
                provider,
                provider,
                kind.key(),
                language.tag(),
                text.subject(),
                text.body());
    }

    /// What held before it holds again.
    void forget(long provider, LetterKind kind, Language language) {
        database.execute(
                "delete from wirt.letter_text where account_id = ? and letter = ? and language = ?",
                provider,
                kind.key(),
                language.tag());
    }
}
