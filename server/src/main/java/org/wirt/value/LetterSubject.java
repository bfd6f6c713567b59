package org.wirt.value;

/// The subject of a letter, with placeholders, 1 to 200 characters.
public record LetterSubject(String text) {

    public LetterSubject {
        text = Text.requiredLine(text, 200);
    }
}
