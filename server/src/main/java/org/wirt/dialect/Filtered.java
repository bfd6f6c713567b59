package org.wirt.dialect;

import java.util.function.Consumer;

/// An operator whose objects are named by filters, also in operations that it does not have.
interface Filtered {

    Filter.Kinds kinds();

    /// Does something with each that is named.
    void each(Element asked, Exchange exchange, Consumer<Element> results, Matches.Work work);
}
