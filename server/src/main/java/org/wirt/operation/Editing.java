package org.wirt.operation;

import java.util.List;
import java.util.Map;

/// A verb whose form is filled with what there is. Who names some of its fields leaves the others as they are.
///
/// @param <T> what it is done to
public interface Editing<T extends Operand> {

    /// What its form is filled with: sent back, it changes nothing. Called within a scoped transaction.
    Map<String, String> saved(T target);

    /// The same, as far as it goes with what somebody names of it.
    default Map<String, String> saved(T target, Map<String, List<String>> named) {
        return saved(target);
    }
}
