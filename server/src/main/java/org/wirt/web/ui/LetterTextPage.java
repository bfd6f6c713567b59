package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form for subject and text of one letter in one language, with what may be named in it and how it would read.
///
/// @param lang the language of the text
/// @param whose whose text holds now, in words
/// @param own there is a text of the reader's own, which he can give up
/// @param preview none while the text cannot be sent
public record LetterTextPage(
        Frame frame,
        String title,
        String whose,
        List<Tab> tabs,
        String action,
        String lang,
        Form form,
        boolean own,
        List<Gap> gaps,
        @Nullable Preview preview,
        String returnTo) {

    /// @param reader whose letter is shown
    public record Preview(String reader, String subject, String body) {}
}
