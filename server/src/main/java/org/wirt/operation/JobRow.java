package org.wirt.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one target came out of a job.
///
/// @param made number of what was made of it, where something was
/// @param code the refusal's or fault's message key without its prefix
public record JobRow(
        long targetId,
        String name,
        Job.Outcome outcome,
        @Nullable String code,
        List<Object> gaps,
        Optional<Long> made) {

    /// What is said besides, or why not.
    Optional<Remark> remark() {
        return code == null ? Optional.empty() : Optional.of(new Remark(code, gaps));
    }
}
