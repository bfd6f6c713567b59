package org.wirt.value;

/// What a mailbox answers by itself, 1 to 10 000 characters in lines.
public record AnswerText(String text) {

    public static final int LONGEST = 10_000;

    public AnswerText {
        text = Text.required(Text.lines(text, LONGEST));
    }
}
