package org.wirt.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wirt.access.Level;

/// What happens that letters tell of, with who is told while nobody wants it otherwise. Letters that are a deed by
/// themselves, a link to activate an account or to set a password, are no matter of choice and not here.
public enum Event {
    RESELLER_CREATED(Usual.ON, Usual.ON, Usual.NEVER),
    CUSTOMER_CREATED(Usual.ON, Usual.ON, Usual.ON),
    STATUS_CHANGED(Usual.OFF, Usual.ON, Usual.ON),
    CUSTOMER_MOVED(Usual.ON, Usual.ON, Usual.OFF),
    CUSTOMER_CONVERTED(Usual.ON, Usual.ON, Usual.ON),
    ACCOUNT_REMOVED(Usual.ON, Usual.ON, Usual.OFF);

    /// In the order of the table.
    public static final List<Level> READERS = List.of(Level.ADMINISTRATOR, Level.RESELLER, Level.CUSTOMER);

    private enum Usual {
        ON,
        OFF,
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

    public boolean concerns(Level reader) {
        return usual(reader) != Usual.NEVER;
    }

    /// Whom a provider of this level may choose for: nobody above himself, and no event that never reaches him.
    public static List<Telling> choices(Level provider) {
        return Arrays.stream(values())
                .flatMap(event -> READERS.stream().map(event::to))
                .filter(telling -> telling.event.concerns(telling.reader) && mayChoose(provider, telling))
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
