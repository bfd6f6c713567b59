package org.wirt.value;

/// The firm of an account, up to 100 characters; may be empty.
public record Company(String text) {

    public Company {
        text = Text.line(text, 100);
    }
}
