package org.wirt.operation;

import java.util.Map;
import java.util.Optional;

/// What a verb did to one target: the values that changed, before and after, as the audit keeps them. Never a secret.
///
/// @param remark what the receipt says besides
/// @param made what is there now and was not before
public record Change(
        long id, Map<String, Object> before, Map<String, Object> after, Optional<Remark> remark, Optional<Made> made) {

    /// Something new: the audit names that instead of the place it was made in.
    ///
    /// @param realm where it is an account: that of a reseller it lies in
    public record Made(long id, String name, Optional<Long> realm) {}

    public Change(long id, Map<String, Object> before, Map<String, Object> after, Optional<Remark> remark) {
        this(id, before, after, remark, Optional.empty());
    }

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
        return new Change(id, before, after, other, made);
    }

    public Change making(long number, String name) {
        return new Change(id, before, after, remark, Optional.of(new Made(number, name, Optional.empty())));
    }

    public Change makingAccount(long number, String name, long realm) {
        return new Change(id, before, after, remark, Optional.of(new Made(number, name, Optional.of(realm))));
    }
}
