package org.wirt.dialect;

import java.util.List;
import java.util.Map;

/// A kind of object, and what can be asked about it.
interface Operator {

    /// What packets call it, the usual name first.
    List<String> names();

    Map<String, Operation> operations();
}
