package org.wirt.value;

/// Street and number, up to 255 characters; may be empty.
public record Street(String text) {

    public Street {
        text = Text.line(text, 255);
    }
}
