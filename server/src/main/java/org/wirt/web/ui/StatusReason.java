package org.wirt.web.ui;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why an account is not active: by whom, since when, until when.
public record StatusReason(
        Status.Kind kind,
        String text,
        String by,
        Instant since,
        @Nullable LocalDate until) {}
