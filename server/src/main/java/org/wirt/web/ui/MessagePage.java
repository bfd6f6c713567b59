package org.wirt.web.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One letter.
///
/// @param body without its one-time link
/// @param revealable whether that link may be asked for
/// @param link the one-time link, only in the answer to having asked for it
public record MessagePage(
        Frame frame,
        String id,
        String subject,
        String recipient,
        Status status,
        Instant written,
        @Nullable Instant sent,
        String failure,
        String body,
        boolean revealable,
        @Nullable String link) {}
