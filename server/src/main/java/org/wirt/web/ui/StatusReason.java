package org.wirt.web.ui;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why an account is not active: by whom, since when, until when.
///
/// @param by    absent where nobody decided it: a term that is over, an account above that is dark
/// @param since absent likewise
/// @param mail  what becomes of mail from outside, where that is not the usual
public record StatusReason(
        Status.Kind kind,
        String text,
        @Nullable String by,
        @Nullable Instant since,
        @Nullable LocalDate until,
        @Nullable String mail) {

    /// What is left to say of it beside a status that says this word; empty: nothing.
    public String beside(String word) {
        if (text.equals(word)) return "";
        return text.startsWith(word + ": ") ? text.substring(word.length() + 2) : text;
    }
}
