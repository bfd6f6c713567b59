package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind of object, and what can be asked about it.
interface Operator {

    /// What packets call it, the usual name first.
    List<String> names();

    Map<String, Operation> operations();

    /// Its objects, also in operations that it does not have; empty: a filter alone does not say which are meant.
    default Optional<Filtered> filtered() {
        return Optional.empty();
    }
}
