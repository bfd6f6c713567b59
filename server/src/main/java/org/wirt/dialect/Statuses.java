package org.wirt.dialect;

import java.util.Optional;
import java.util.Set;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// The bits by which the dialect says why something is not active: 0 alone is active. What lies above shows as switched
/// off by the administrator, and so does every reason that the dialect has no bit for.
public final class Statuses {

    public static final int ACTIVE = 0;

    /// What some clients send for "not active", without saying why.
    static final int DISABLED = 1;

    public static final int ADMINISTRATOR = Cause.ADMIN.code();
    static final int RESELLER = Cause.RESELLER.code();
    static final int CUSTOMER = Cause.CUSTOMER.code();

    /// Of a website: it is disabled, and answered like an unknown host.
    static final int WEB_OFF = 8;

    /// The date has passed: said together with that date.
    static final int EXPIRED = Cause.EXPIRED.code();

    private static final int KNOWN = ADMINISTRATOR | RESELLER | CUSTOMER | EXPIRED | Cause.MAINTENANCE.code();

    /// All bits together.
    private static final int ALL = DISABLED | 2 | WEB_OFF | KNOWN;

    private Statuses() {}

    /// Of what is only kept, any is taken that the dialect has.
    ///
    /// @throws Failed for others
    static String known(String text) {
        if (!text.matches("\\d{1,4}") || (Integer.parseInt(text) & ~ALL) != 0) throw wrong(ErrorNumbers.INVALID, text);
        return text;
    }

    private static Failed wrong(int number, String text) {
        return new Failed(number, "Wrong status value: " + text);
    }

    public static int of(Causes own, Causes above) {
        var said = said(own);
        int bits = said.bits() & KNOWN;
        boolean other = (said.bits() & ~KNOWN) != 0 || !above.isActive();
        return other ? bits | ADMINISTRATOR : bits;
    }

    /// Whatever a customer has suspended has one bit, be it a website.
    private static Causes said(Causes own) {
        return own.has(Cause.WEB_OFF) ? own.without(Cause.WEB_OFF).with(Cause.CUSTOMER) : own;
    }

    /// Of a website.
    ///
    /// @param disabled answered like an unknown host
    static int of(Causes own, Causes above, boolean disabled) {
        return of(own, above) | (disabled ? WEB_OFF : 0);
    }

    /// Whether it says that something is to be active.
    ///
    /// @param said with the status
    static boolean isActive(Element said) {
        return says(said, ACTIVE);
    }

    /// Whether it says this status, however that is written.
    static boolean says(Element said, int status) {
        return number(said.text("status")).filter(one -> one == status).isPresent();
    }

    /// What is to become of something: active, or not and why.
    ///
    /// @param may those that can be asked for
    /// @throws Failed for others
    static int wanted(String text, Set<Integer> may) {
        return number(text).filter(may::contains).orElseThrow(() -> wrong(ErrorNumbers.WRONG_STATUS, text));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
