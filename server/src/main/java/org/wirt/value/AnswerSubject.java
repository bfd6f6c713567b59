package org.wirt.value;

/// The subject of a mailbox's automatic answer, one line of at most 255 characters.
public record AnswerSubject(String text) {

    public static final int LONGEST = 255;

    public AnswerSubject {
        text = Text.requiredLine(text, LONGEST);
    }
}
