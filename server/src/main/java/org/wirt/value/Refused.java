package org.wirt.value;

import java.util.List;

/// Carries refusals to the door. Nothing has been changed when it is thrown; the transaction is rolled back.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    public Refused(Refusal refusal) {
        this(List.of(refusal));
    }

    public Refused(List<Refusal> refusals) {
        super(refusals.toString(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /// @param cause how it was found out
    public Refused(Refusal refusal, Throwable cause) {
        super(refusal.toString(), cause, false, false);
        this.refusals = List.of(refusal);
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public Refusal first() {
        return refusals.getFirst();
    }
}
