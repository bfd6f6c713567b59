package org.wirt.hosting;

import java.nio.file.Path;
import java.util.Optional;

/// A web site as a server must treat it at this moment.
///
/// @param home    of the subscription; nothing outside it is ever served
/// @param docroot relative to the home
/// @param redirect where its visitors are led; absent: to its own pages
public record WebSite(State state, Path home, String docroot, Optional<Redirect> redirect, Ticket ticket) {

    public enum State {
        /// Serve it.
        ON,
        /// Suspended: 503, so that search engines come back later.
        OFF,
        /// Disabled: answered like an unknown host.
        GONE
    }
}
