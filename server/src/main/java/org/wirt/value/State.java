package org.wirt.value;

/// State, province or canton, up to 60 characters; may be empty.
public record State(String text) {

    public State {
        text = Text.line(text, 60);
    }
}
