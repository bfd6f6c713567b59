package org.wirt.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one target came out of a job.
///
/// @param code the refusal's or fault's message key without its prefix
public record JobRow(
        long targetId,
        String name,
        Job.Outcome outcome,
        @Nullable String code,
        List<Object> gaps) {}
