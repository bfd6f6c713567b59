package org.wirt.audit;

import java.util.Collection;
import org.wirt.access.Level;

/// What a room records although it is no verb, so that programs can choose to be told of it.
public interface RecordedDeeds {

    /// As audit lines name them.
    ///
    /// @param level whose own realm can have them
    Collection<String> of(Level level);
}
