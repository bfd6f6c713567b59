package org.wirt.value;

/// What a mailbox answers by itself, 1 to 10 000 characters in lines.
public record AnswerText(String text) {

    public AnswerText {
        text = Text.required(Text.lines(text, 10_000));
    }
}
