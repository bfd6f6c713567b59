package org.wirt.web.ui;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One web hook with what it was told.
///
/// @param types what it is told of, in words
/// @param warnings what is wrong, and what to do
/// @param secret shown this once, after it was made
public record WebHookPage(
        Frame frame,
        String name,
        String url,
        Status status,
        List<String> types,
        Instant created,
        @Nullable Instant lastDelivered,
        int waiting,
        List<String> warnings,
        @Nullable String secret,
        List<Action> actions,
        ListPage log) {}
