package org.wirt.cli;

import java.util.ArrayList;
import java.util.List;

/// The status of an object as the dialect tells it: a sum of bits, each of which says who has switched it off.
final class Bits {

    /// A website that is disabled, and answered like an unknown host.
    static final int WEB_OFF = 8;

    static final int ADMINISTRATOR = 16;
    static final int RESELLER = 32;
    static final int CUSTOMER = 64;
    static final int EXPIRED = 256;

    private Bits() {}

    static int of(Node info) {
        var text = info.text("status");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /// Without what only shows on it because what it belongs to is switched off; that shows as the administrator's, or
    /// with the bits of the other.
    ///
    /// @param above status of what it belongs to
    static int own(int status, int above) {
        return above == 0 ? status : status & ~(above | ADMINISTRATOR);
    }

    /// Those of its own bits that can be set, one after the other; any that is not known is the administrator's.
    static List<Integer> settable(int own, List<Integer> known) {
        var all = new ArrayList<Integer>();
        for (int bit : known) if ((own & bit) != 0) all.add(bit);
        // 2 is of what lies above, 4 of a backup that is running.
        if (all.isEmpty() && (own & ~6) != 0) all.add(ADMINISTRATOR);
        return all;
    }
}
