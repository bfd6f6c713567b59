package org.wirt.value;

/// Why something was suspended, in the words of whoever did it, up to 500 characters; the customer may read it.
public record ReasonText(String text) {

    public ReasonText {
        text = Text.lines(text, 500);
    }
}
