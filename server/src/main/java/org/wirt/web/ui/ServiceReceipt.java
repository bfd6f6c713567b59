package org.wirt.web.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a job did to one service on the servers.
/// @param darkSince absent where something is not
/// @param verified the method and number of checks, in words; absent while it is still being checked
public record ServiceReceipt(
        String service,
        Status.Kind kind,
        @Nullable Instant darkSince,
        long sessionsEnded,
        @Nullable String verified,
        @Nullable String failure) {}
