package org.wirt.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Forwards;

/// Says beforehand which forwards point to mailboxes that are to go.
@Component
class PointingForwards {

    private static final int NAMED = 10;

    private final Forwards forwards;
    private final ScopedTransaction transaction;

    PointingForwards(Forwards forwards, ScopedTransaction transaction) {
        this.forwards = forwards;
        this.transaction = transaction;
    }

    /// @param deed to mailboxes
    List<String> warnings(Deed deed) {
        var mailboxes =
                deed.preview().rows().stream().map(row -> row.target().id()).toList();
        var found = transaction.read(deed.visit().scope(), () -> forwards.pointingTo(mailboxes));
        if (found.isEmpty()) return List.of();
        var names = found.stream().limit(NAMED).map(Forward::name).collect(Collectors.joining(", "));
        return List.of(deed.t().of("web.remove.forwards", found.size() > NAMED ? names + " …" : names));
    }
}
