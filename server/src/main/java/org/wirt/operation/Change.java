package org.wirt.operation;

import java.util.Map;
import java.util.Optional;

/// What a verb did to one target: the values that changed, before and after, as the audit keeps them. Never a secret.
///
/// @param remark what the receipt says besides
public record Change(long id, Map<String, Object> before, Map<String, Object> after, Optional<Remark> remark) {

    public Change(long id, Map<String, Object> before, Map<String, Object> after) {
        this(id, before, after, Optional.empty());
    }

    public static Change of(long id) {
        return new Change(id, Map.of(), Map.of());
    }

    public static Change of(long id, String what, Object before, Object after) {
        return new Change(id, Map.of(what, before), Map.of(what, after));
    }

    public Change saying(Optional<Remark> other) {
        return new Change(id, before, after, other);
    }
}
