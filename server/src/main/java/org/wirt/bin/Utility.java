package org.wirt.bin;

import java.util.List;
import java.util.Map;

/// A word that commands are given to.
interface Utility {

    String name();

    List<Command> commands();

    /// What each option means, by name without dash.
    Map<String, String> options();
}
