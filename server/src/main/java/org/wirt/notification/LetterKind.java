package org.wirt.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wirt.access.Level;

/// A letter that Wirt writes: of which event, to whom, and what its text may name. Readers whose texts differ get
/// letters of different kinds.
public enum LetterKind {
    RESELLER_READY(Event.RESELLER_CREATED, To.RESELLERS),
    RESELLER_CREATED(Event.RESELLER_CREATED, To.ADMINISTRATOR),
    CREATED(Event.CUSTOMER_CREATED, To.CUSTOMERS),
    CUSTOMER_CREATED(Event.CUSTOMER_CREATED, To.PROVIDERS),
    SUSPENDED(Event.STATUS_CHANGED, To.OWNERS),
    SUSPENDED_BELOW(Event.STATUS_CHANGED, To.PROVIDERS),
    ACTIVATED(Event.STATUS_CHANGED, To.OWNERS),
    ACTIVATED_BELOW(Event.STATUS_CHANGED, To.PROVIDERS),
    MOVED(Event.CUSTOMER_MOVED, To.PROVIDERS),
    PROVIDER_CHANGED(Event.CUSTOMER_MOVED, To.CUSTOMERS),
    CONVERTED(Event.CUSTOMER_CONVERTED, To.CUSTOMERS),
    CONVERTED_BELOW(Event.CUSTOMER_CONVERTED, To.PROVIDERS),
    REMOVED(Event.ACCOUNT_REMOVED, To.OWNERS),
    REMOVED_BELOW(Event.ACCOUNT_REMOVED, To.PROVIDERS),
    WEB_HOOK_OFF(Event.WEB_HOOK_SWITCHED_OFF, To.PROVIDERS),
    ACTIVATE(Event.ACTIVATION_REQUESTED, To.OWNERS),
    RESET(Event.RESET_REQUESTED, To.OWNERS),
    LOGIN_CHANGED(Event.LOGIN_CHANGED, To.OWNERS);

    private enum To {
        ADMINISTRATOR,
        PROVIDERS,
        RESELLERS,
        CUSTOMERS,
        /// Of the account it is about.
        OWNERS
    }

    private final Event event;
    private final To to;

    LetterKind(Event event, To to) {
        this.event = event;
        this.to = to;
    }

    /// As letters and texts are stored and addresses are written, e.g. `suspended-below`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Event event() {
        return event;
    }

    public List<Level> readers() {
        return switch (to) {
            case ADMINISTRATOR -> List.of(Level.ADMINISTRATOR);
            case PROVIDERS -> List.of(Level.ADMINISTRATOR, Level.RESELLER);
            case RESELLERS -> List.of(Level.RESELLER);
            case CUSTOMERS -> List.of(Level.CUSTOMER);
            case OWNERS -> List.of(Level.RESELLER, Level.CUSTOMER);
        };
    }

    /// Those of an event that a provider of this level has texts of his own for.
    public static List<LetterKind> of(Event event, Level provider) {
        return Arrays.stream(values())
                .filter(kind -> kind.event == event && kind.isWrittenBy(provider))
                .toList();
    }

    /// The administrator's are all; a reseller's those to his customers. A converted customer is nobody's customer any
    /// more, so what he reads then is the administrator's.
    boolean isWrittenBy(Level provider) {
        return switch (provider) {
            case ADMINISTRATOR -> true;
            case RESELLER -> readers().contains(Level.CUSTOMER) && this != CONVERTED;
            case CUSTOMER -> false;
        };
    }

    /// What the text may name, in the order of the page.
    public Set<Placeholder> inText() {
        var all = ofTheDeed();
        for (var placeholder : Placeholder.values()) if (placeholder.isOf(readers())) all.add(placeholder);
        return all;
    }

    private Set<Placeholder> ofTheDeed() {
        return switch (this) {
            case RESELLER_CREATED, CUSTOMER_CREATED -> EnumSet.of(Placeholder.ACCOUNTS);
            case SUSPENDED -> EnumSet.of(Placeholder.REASON);
            case SUSPENDED_BELOW -> EnumSet.of(Placeholder.ACCOUNTS, Placeholder.ACTOR, Placeholder.REASON);
            case ACTIVATED_BELOW, MOVED, CONVERTED_BELOW, REMOVED_BELOW ->
                EnumSet.of(Placeholder.ACCOUNTS, Placeholder.ACTOR);
            case WEB_HOOK_OFF -> EnumSet.of(Placeholder.WEB_HOOK, Placeholder.CAUSE, Placeholder.PAGE);
            case ACTIVATE, RESET, LOGIN_CHANGED -> EnumSet.of(Placeholder.LINK);
            case RESELLER_READY, CREATED, ACTIVATED, PROVIDER_CHANGED, CONVERTED, REMOVED ->
                EnumSet.noneOf(Placeholder.class);
        };
    }

    /// The subject is one line that also stands in lists: no table, and no link that whoever sees the list could use.
    public Set<Placeholder> inSubject() {
        var some = inText();
        some.removeAll(Placeholder.ONLY_IN_TEXT);
        return some;
    }

    /// Without the link the letter makes no sense.
    boolean needsLink() {
        return this == ACTIVATE || this == RESET;
    }
}
