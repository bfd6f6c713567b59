package org.wirt.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirt.access.Level;

/// What the text of a letter may name; filled for each reader when the letter is written. There is none for a password,
/// because nobody but its owner knows it.
///
/// Written in braces, `{contact_name}`: letters are plain text, and there pointed brackets are common (addresses of
/// pages and people are put into them, and pasted HTML is full of them), while braces are not. So pointed brackets stay
/// text and every word in braces is meant as a placeholder, which is how a mistyped one is found.
public enum Placeholder {
    CONTACT_NAME(Source.READER),
    USERNAME(Source.READER),
    EMAIL(Source.READER),
    ID(Source.READER),
    COMPANY(Source.ACCOUNT),
    PHONE(Source.ACCOUNT),
    ADDRESS(Source.ACCOUNT),
    POSTAL_CODE(Source.ACCOUNT),
    CITY(Source.ACCOUNT),
    STATE(Source.ACCOUNT),
    COUNTRY(Source.ACCOUNT),
    CREATED(Source.ACCOUNT),
    PROVIDER(Source.ACCOUNT),
    HOST_NAME(Source.READER),
    PLAN(Source.SUBSCRIPTIONS),
    EXPIRY(Source.SUBSCRIPTIONS),
    RESOURCES(Source.SUBSCRIPTIONS),
    ACCOUNTS(Source.DEED),
    ACTOR(Source.DEED),
    REASON(Source.DEED),
    WEB_HOOK(Source.DEED),
    CAUSE(Source.DEED),
    PAGE(Source.DEED),
    LINK(Source.DEED);

    static final Set<Placeholder> ONLY_IN_TEXT = EnumSet.of(RESOURCES, LINK);

    /// Where its value comes from.
    enum Source {
        /// Is known of every reader.
        READER,
        /// Is looked up for all readers together, where a text names one of these.
        ACCOUNT,
        SUBSCRIPTIONS,
        /// What the letter tells of.
        DEED
    }

    private final Source source;

    Placeholder(Source source) {
        this.source = source;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As it stands in a text.
    public String written() {
        return "{" + key() + "}";
    }

    Source source() {
        return source;
    }

    /// What a letter to the owner of an account may name, whatever it tells of.
    public static Set<Placeholder> ofOwners() {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.isOf(List.of(Level.RESELLER, Level.CUSTOMER)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Placeholder.class)));
    }

    /// Everybody has contact information; only whoever is a customer or reseller has a provider and subscriptions.
    boolean isOf(Collection<Level> readers) {
        return switch (source) {
            case READER, ACCOUNT -> this != PROVIDER || !readers.contains(Level.ADMINISTRATOR);
            case SUBSCRIPTIONS -> !readers.contains(Level.ADMINISTRATOR);
            case DEED -> false;
        };
    }
}
