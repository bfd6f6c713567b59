package org.wirt.value;

/// The town, up to 60 characters; may be empty.
public record City(String text) {

    public City {
        text = Text.line(text, 60);
    }
}
