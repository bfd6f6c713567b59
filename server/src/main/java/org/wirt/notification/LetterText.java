package org.wirt.notification;

import org.wirt.account.Notes;

/// Subject and text of a letter: as somebody writes them, with placeholders, or as a reader gets them, filled.
public record LetterText(String subject, String body) {

    /// The same for the same text, so that a concurrent change is noticed.
    public String version() {
        return Notes.version(subject + "\n" + body);
    }
}
