package org.wirt.account;

import java.util.Optional;
import org.wirt.operation.Change;
import org.wirt.operation.Remark;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// What is said when an activation leaves somebody dark: nobody shall read that he is active when he is not.
public final class StillDark {

    public static final String CODE = "still-dark";

    private StillDark() {}

    /// @param own   the object's own reasons that are left
    /// @param above those of what is above it, said as one
    public static Optional<Remark> remark(String name, Causes own, Causes above) {
        var left = above.isActive() ? own : own.with(Cause.PARENT);
        return left.isActive() ? Optional.empty() : Optional.of(Remark.of(CODE, name, left.words()));
    }

    /// Whoever it was done to is dark still.
    public static boolean isIn(Change change) {
        return change.remark().filter(said -> said.code().equals(CODE)).isPresent();
    }
}
