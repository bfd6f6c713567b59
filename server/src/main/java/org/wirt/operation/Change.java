package org.wirt.operation;

import java.util.Map;

/// What a verb did to one target: the values that changed, before and after, as the audit keeps them. Never a secret.
public record Change(long id, Map<String, Object> before, Map<String, Object> after) {

    public static Change of(long id) {
        return new Change(id, Map.of(), Map.of());
    }

    public static Change of(long id, String what, Object before, Object after) {
        return new Change(id, Map.of(what, before), Map.of(what, after));
    }
}
