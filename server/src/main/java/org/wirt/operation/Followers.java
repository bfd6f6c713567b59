package org.wirt.operation;

import java.util.List;

/// Those outside the panel who follow what is decided in it: the servers of the hosting nodes.
public interface Followers {

    /// Waits until they follow what a job did, two seconds at most. To be called after its commit.
    ///
    /// @return by name, those who have not said so by then
    List<String> await(long job);
}
