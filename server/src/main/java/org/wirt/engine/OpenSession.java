package org.wirt.engine;

import org.wirt.hosting.Ticket;

/// One session or transfer that is open at this moment.
public interface OpenSession {

    /// What let it in.
    Ticket ticket();

    /// Ends it at once, also in the middle of a transfer. Doing it again changes nothing.
    void end();
}
