package org.wirt.web.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something went wrong: what, why, and what to do next.
/// @param detail    the sentence of the refusal; absent for the general one
/// @param reference what support asks for
public record ErrorPage(
        Frame frame,
        Kind kind,
        @Nullable String detail,
        @Nullable String reference,
        @Nullable Link next) {

    public enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        /// A form without the token that every form of ours carries.
        FORGED,
        /// Nothing that can be read: half a request, or one with letters that are none.
        UNREADABLE,
        SERVER;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
