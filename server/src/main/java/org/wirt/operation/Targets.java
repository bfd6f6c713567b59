package org.wirt.operation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wirt.listing.Matches;

/// How the targets of a kind are found. Everything happens within the scope of the transaction around it, so a foreign
/// id is simply not found.
///
/// @param <T> what the rules of its verbs must see
public interface Targets<T extends Operand> {

    /// The kind in audit lines and message keys, e.g. `customer`.
    String object();

    Class<T> type();

    List<T> load(Collection<Long> ids);

    /// Loads and locks against concurrent change until the transaction ends.
    List<T> lock(Collection<Long> ids);

    /// All that match the parameters of the kind's list.
    Matches matching(Map<String, List<String>> filter);
}
