package org.wirt.dialect;

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

    private static final int KNOWN = ADMINISTRATOR
            | RESELLER
            | CUSTOMER
            | Cause.EXPIRED.code()
            | Cause.MAINTENANCE.code()
            | Cause.WEB_OFF.code();
    private static final Set<Integer> EVER = Set.of(ACTIVE, DISABLED, 2, 4, 8, ADMINISTRATOR, RESELLER, CUSTOMER, 256);

    private Statuses() {}

    public static int of(Causes own, Causes above) {
        int bits = own.bits() & KNOWN;
        boolean other = (own.bits() & ~KNOWN) != 0 || !above.isActive();
        return other ? bits | ADMINISTRATOR : bits;
    }

    /// What is to become of something: whether it shall be active.
    ///
    /// @param may those that can be asked for
    /// @throws Failed for others
    static boolean activates(String text, Set<Integer> may) {
        int wanted;
        try {
            wanted = Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new Failed(ErrorNumbers.WRONG_STATUS, "Wrong status value: " + text);
        }
        if (!may.contains(wanted))
            throw new Failed(
                    EVER.contains(wanted) ? ErrorNumbers.WRONG_STATUS : ErrorNumbers.INVALID,
                    "Wrong status value: " + text);
        return wanted == ACTIVE;
    }
}
