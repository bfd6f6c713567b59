package org.wirt.value;

/// The name of an account in a billing system, up to 255 characters; may be empty. Unique within one provider.
public record ExternalId(String text) {

    public ExternalId {
        text = Text.line(text, 255);
    }
}
