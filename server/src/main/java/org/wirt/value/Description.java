package org.wirt.value;

/// An internal note about an account or subscription, up to 10 000 characters. The account itself never sees it.
public record Description(String text) {

    public Description {
        text = Text.lines(text, 10_000);
    }
}
