package org.wirt.value;

import java.util.List;

/// Text that is not a value of its type. Whoever reads a form turns it into a [Refusal] of the field it came from.
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<Object> gaps;

    public InvalidValue(String code, Object... gaps) {
        super(code + List.of(gaps));
        this.code = code;
        this.gaps = List.of(gaps);
    }

    public Refusal in(String field) {
        return Refusal.invalid(field, code, gaps.toArray());
    }
}
