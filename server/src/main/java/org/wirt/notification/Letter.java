package org.wirt.notification;

import java.time.Instant;
import java.util.Optional;

/// A letter in the list of messages.
///
/// @param body with [Letters#LINK] where the one-time link stands
/// @param revealable its link can still be shown
/// @param sent absent: kept, because there is no mail relay or it did not take it yet
/// @param failure what the mail relay said last, else empty
public record Letter(
        long id,
        long accountId,
        String event,
        String recipient,
        String subject,
        String body,
        boolean revealable,
        Instant created,
        Optional<Instant> sent,
        String failure) {}
