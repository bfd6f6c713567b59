package org.wirt.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a verb did to one target, or why not.
record TargetOutcome(
        long targetId,
        String name,
        Job.Outcome outcome,
        @Nullable String code,
        List<Object> gaps,
        @Nullable Long subscription,
        @Nullable Long made) {

    static TargetOutcome done(Operand target, Change change) {
        var remark = change.remark();
        return new TargetOutcome(
                target.id(),
                target.name(),
                Job.Outcome.DONE,
                remark.map(Remark::code).orElse(null),
                remark.map(Remark::gaps).orElseGet(List::of),
                target.subscription().orElse(null),
                change.made().map(Change.Made::id).orElse(null));
    }

    static TargetOutcome unchanged(Operand target) {
        return new TargetOutcome(
                target.id(),
                target.name(),
                Job.Outcome.UNCHANGED,
                null,
                List.of(),
                target.subscription().orElse(null),
                null);
    }

    Optional<Remark> remark() {
        return code == null ? Optional.empty() : Optional.of(new Remark(code, gaps));
    }
}
