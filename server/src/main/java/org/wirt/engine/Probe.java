package org.wirt.engine;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.wirt.hosting.Service;

/// Asks a server over the network, as a visitor or sender from outside would.
public interface Probe {

    Service service();

    /// @param node     where they are served
    /// @param subjects hosts or addresses
    /// @return the three digits each was answered with
    Map<String, Integer> ask(long node, Collection<String> subjects) throws IOException;

    /// Whether that is how something dark, or removed, is answered.
    boolean dark(int answer);
}
