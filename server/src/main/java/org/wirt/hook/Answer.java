package org.wirt.hook;

import java.time.Duration;
import java.util.Optional;

/// What came of sending an event once.
///
/// @param status of the answer; empty: there was none
/// @param failure why it counts as failed; empty: it was taken
/// @param text the beginning of the answer
record Answer(Optional<Integer> status, Optional<Failure> failure, Duration duration, String text) {

    private static final int TAKEN = 200;
    private static final int MOVED = 300;
    private static final int WRONG = 400;
    private static final int GONE = 410;

    static Answer of(int status, Duration duration, String text) {
        return new Answer(Optional.of(status), judged(status), duration, text);
    }

    static Answer none(Failure why, Duration duration) {
        return new Answer(Optional.empty(), Optional.of(why), duration, "");
    }

    private static Optional<Failure> judged(int status) {
        if (status >= TAKEN && status < MOVED) return Optional.empty();
        return Optional.of(status >= MOVED && status < WRONG ? Failure.REDIRECTED : Failure.REFUSED);
    }

    boolean isDelivered() {
        return failure.isEmpty();
    }

    /// The receiver never wants anything again (RFC 9110 15.5.11).
    boolean isGone() {
        return status.filter(s -> s == GONE).isPresent();
    }
}
