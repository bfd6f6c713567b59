package org.wirt.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One event on its way to a hook, or at its end.
///
/// @param event  its place in the feed; empty: a test
/// @param object kind of what it happened to
/// @param next when it is sent again, where it waits
/// @param attempts that were made
/// @param status of the last answer; empty: there was none
/// @param failure the word for why the last attempt failed; empty: it did not
/// @param answer the beginning of the last answer
/// @param finished when it came to its end
public record WebHookDelivery(
        long id,
        Optional<Long> event,
        String type,
        String object,
        long objectId,
        String name,
        State state,
        int attempts,
        Instant created,
        Instant next,
        Optional<Integer> status,
        String failure,
        Optional<Duration> duration,
        String answer,
        Optional<Instant> attempted,
        Optional<Instant> finished) {

    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP,
        SKIPPED
    }

    public boolean isTest() {
        return event.isEmpty();
    }
}
