package org.wirt.operation;

import java.util.List;
import java.util.Map;

/// A verb whose form is filled with what there is. Who names some of its fields leaves the others as they are.
///
/// @param <T> what it is done to
public interface Editing<T extends Operand> {

    /// The parameters that would change nothing. Called within a scoped transaction.
    Map<String, List<String>> saved(T target);
}
