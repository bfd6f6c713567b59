package org.wirt.listing;

import java.util.List;

/// A list that can be narrowed down. What by, and what that takes, is said here alone; doors that read what programs
/// send, and that describe what can be sent, ask it.
public interface Narrowable {

    /// What it lists, as verbs call their targets.
    String name();

    /// What narrows it down.
    List<Parameter> filters();

    /// What it can be sorted by, the usual first; none: it has one order only.
    default List<String> sorts() {
        return List.of();
    }
}
