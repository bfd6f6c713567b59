package org.wirt.operation;

import java.util.List;

/// What must be said of a deed that was done and yet not all that was hoped for: somebody was activated and is dark
/// still. The code is the key of its sentence (`remark.<code>`); the gaps fill it.
public record Remark(String code, List<Object> gaps) {

    public Remark {
        gaps = List.copyOf(gaps);
    }

    public static Remark of(String code, Object... gaps) {
        return new Remark(code, List.of(gaps));
    }

    public String key() {
        return "remark." + code;
    }
}
