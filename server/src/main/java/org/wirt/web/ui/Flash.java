package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// The message after a deed.
/// @param undo address to post to in order to take the deed back
public record Flash(
        Kind kind,
        String text,
        @Nullable Link link,
        @Nullable String undo) {

    public enum Kind {
        DONE,
        NOTE,
        PROBLEM
    }

    public static Flash done(String text) {
        return new Flash(Kind.DONE, text, null, null);
    }

    public static Flash problem(String text) {
        return new Flash(Kind.PROBLEM, text, null, null);
    }
}
