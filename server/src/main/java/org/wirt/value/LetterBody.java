package org.wirt.value;

/// The text of a letter, with placeholders, 1 to 10 000 characters. Plain text: nothing in it is ever markup.
public record LetterBody(String text) {

    public LetterBody {
        text = Text.required(Text.lines(text, 10_000));
    }
}
