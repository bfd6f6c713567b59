package org.wirt.web;

import java.util.ArrayList;
import org.wirt.speech.Texts;
import org.wirt.value.Cause;
import org.wirt.value.Causes;
import org.wirt.web.ui.Status;

/// Causes as the status people see: the worst one as icon and word, all of them in the tooltip.
final class AccountWords {

    private static final Status ACTIVE = Status.of(Status.Kind.ACTIVE);

    private AccountWords() {}

    /// @param above the causes of the account above, shown as one: that it is not active
    static Status status(Texts t, Causes own, Causes above) {
        if (own.isActive() && above.isActive()) return ACTIVE;
        var reasons = new ArrayList<String>();
        for (var cause : own.list()) reasons.add(word(t, cause));
        if (!above.isActive()) reasons.add(word(t, Cause.PARENT));
        return new Status(kind(own.worst().orElse(Cause.PARENT)), reasons);
    }

    static String word(Texts t, Cause cause) {
        return t.of(cause.key());
    }

    private static Status.Kind kind(Cause cause) {
        return switch (cause) {
            case REMOVED -> Status.Kind.REMOVED;
            case SECURITY -> Status.Kind.SECURITY;
            case EXPIRED -> Status.Kind.EXPIRED;
            case OVERUSE -> Status.Kind.OVERUSED;
            case MAINTENANCE -> Status.Kind.MAINTENANCE;
            case ADMIN, RESELLER, PARENT, CUSTOMER, WEB_OFF -> Status.Kind.SUSPENDED;
        };
    }
}
