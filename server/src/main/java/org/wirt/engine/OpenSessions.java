package org.wirt.engine;

import java.util.Collection;
import org.wirt.hosting.Service;

/// What a server product must offer so that a suspension also reaches those who are already inside: who is connected,
/// and a way to end each of them.
public interface OpenSessions {

    Service service();

    /// Everybody who is signed in, or whose download is running, at this moment.
    Collection<? extends OpenSession> open();
}
