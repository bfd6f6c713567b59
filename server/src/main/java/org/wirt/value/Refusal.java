package org.wirt.value;

import java.util.List;
import java.util.Optional;

/// An answer that says no: which kind of no, and why. The code is the key of its sentence in the message files
/// (`refusal.<code>`); the gaps fill that sentence. Doors map kinds, never single refusals.
///
/// @param field the input field it is about, where there is one
public record Refusal(Kind kind, String code, Optional<String> field, List<Object> gaps) {

    public enum Kind {
        /// Does not exist, or not for this caller: both answer alike.
        NOT_FOUND,
        NOT_PERMITTED,
        INVALID,
        STATE,
        LIMIT
    }

    public Refusal {
        gaps = List.copyOf(gaps);
    }

    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "not-found", Optional.empty(), List.of());
    }

    public static Refusal notPermitted(String code, Object... gaps) {
        return new Refusal(Kind.NOT_PERMITTED, code, Optional.empty(), List.of(gaps));
    }

    public static Refusal invalid(String field, String code, Object... gaps) {
        return new Refusal(Kind.INVALID, code, Optional.of(field), List.of(gaps));
    }

    public static Refusal state(String code, Object... gaps) {
        return new Refusal(Kind.STATE, code, Optional.empty(), List.of(gaps));
    }

    public static Refusal limit(String code, Object... gaps) {
        return new Refusal(Kind.LIMIT, code, Optional.empty(), List.of(gaps));
    }

    public String key() {
        return "refusal." + code;
    }
}
