package org.wirt.dialect;

import java.util.Map;

/// An operator of objects that lists tell by their names alone.
interface Named {

    /// The next so many in the order of their numbers, by number. Called within a scoped transaction.
    Map<Long, String> names(long after, int most);
}
