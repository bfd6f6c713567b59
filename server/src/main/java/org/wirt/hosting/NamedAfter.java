package org.wirt.hosting;

import java.util.Collection;
import java.util.List;

/// Which domains hang below others and are called after them, as far as somebody has made them so: where a domain gets
/// another name, those go along.
public interface NamedAfter {

    /// Numbers of those right below any of these, wherever their names lie by now. Call within a scoped transaction.
    List<Long> below(Collection<Long> sites);
}
