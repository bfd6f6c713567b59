package org.wirt.engine;

import java.util.Optional;
import java.util.UUID;
import org.wirt.hosting.Ticket;

/// One session or transfer that is open at this moment.
public interface OpenSession {

    /// What let it in.
    Ticket ticket();

    /// Where the session is a row that every instance sees, its number: whoever takes the row away records its end, and
    /// nobody a second time. Absent: a connection of this instance alone.
    default Optional<UUID> shared() {
        return Optional.empty();
    }

    /// Ends it at once, also in the middle of a transfer. Doing it again changes nothing.
    void end();
}
