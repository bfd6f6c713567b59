package org.wirt.value;

/// The person one speaks to, 1 to 100 characters.
public record ContactName(String text) {

    public ContactName {
        text = Text.requiredLine(text, 100);
    }
}
