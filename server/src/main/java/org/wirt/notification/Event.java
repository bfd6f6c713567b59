package org.wirt.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wirt.access.Level;

/// What happens that letters tell of, with who is told while nobody wants it otherwise. Letters with a link, to
/// activate an account or to set a password, are written when somebody asks for one and are no matter of choice here.
public enum Event {
    RESELLER_CREATED(Usual.ON, Usual.ON, Usual.NEVER),
    CUSTOMER_CREATED(Usual.ON, Usual.ON, Usual.ON),
    STATUS_CHANGED(Usual.OFF, Usual.ON, Usual.ON),
    CUSTOMER_MOVED(Usual.ON, Usual.ON, Usual.OFF),
    CUSTOMER_CONVERTED(Usual.ON, Usual.ON, Usual.ON),
    ACCOUNT_REMOVED(Usual.ON, Usual.ON, Usual.OFF),
    WEB_HOOK_SWITCHED_OFF(Usual.ON, Usual.ON, Usual.NEVER),
    ACTIVATION_REQUESTED(Usual.NEVER, Usual.ASKED, Usual.ASKED),
    LOGIN_CHANGED(Usual.NEVER, Usual.ASKED, Usual.ASKED),
    RESET_REQUESTED(Usual.NEVER, Usual.ASKED, Usual.ASKED);

    /// In the order of the table.
    public static final List<Level> READERS = List.of(Level.ADMINISTRATOR, Level.RESELLER, Level.CUSTOMER);

    private enum Usual {
        ON,
        OFF,
        /// Whenever somebody asks for it.
        ASKED,
        NEVER
    }

    /// One box of the table: this event, told to readers of this level.
    public record Telling(Event event, Level reader) {

        /// As it stands in forms and messages, e.g. `customer-created.reseller`.
        public String key() {
            return event.key() + "." + reader.name().toLowerCase(Locale.ROOT);
        }

        public boolean usual() {
            return event.usual(reader) == Usual.ON;
        }
    }

    private final Usual administrator;
    private final Usual reseller;
    private final Usual customer;

    Event(Usual administrator, Usual reseller, Usual customer) {
        this.administrator = administrator;
        this.reseller = reseller;
        this.customer = customer;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Telling to(Level reader) {
        return new Telling(this, reader);
    }

    /// Whether letters about it to this reader may be switched on and off.
    public boolean isChosen(Level reader) {
        return usual(reader) == Usual.ON || usual(reader) == Usual.OFF;
    }

    /// Whether this reader gets a letter about it whenever somebody asks for it.
    public boolean isAsked(Level reader) {
        return usual(reader) == Usual.ASKED;
    }

    /// Whether letters about others go to a provider of this level, and so may go to one more address.
    public boolean reaches(Level provider) {
        return choices(provider).contains(to(provider));
    }

    /// Those of the table that a provider of this level reads.
    public static List<Event> of(Level provider) {
        return Arrays.stream(values())
                .filter(event -> provider == Level.ADMINISTRATOR || event != RESELLER_CREATED)
                .toList();
    }

    /// Whom a provider of this level may choose for: nobody above himself, and no event that never reaches him.
    public static List<Telling> choices(Level provider) {
        return Arrays.stream(values())
                .flatMap(event -> READERS.stream().map(event::to))
                .filter(telling -> telling.event.isChosen(telling.reader) && mayChoose(provider, telling))
                .toList();
    }

    private static boolean mayChoose(Level provider, Telling telling) {
        return provider == Level.ADMINISTRATOR
                || (telling.reader != Level.ADMINISTRATOR && telling.event != RESELLER_CREATED);
    }

    private Usual usual(Level reader) {
        return switch (reader) {
            case ADMINISTRATOR -> administrator;
            case RESELLER -> reseller;
            case CUSTOMER -> customer;
        };
    }
}
