package org.wirt.value;

/// A note about an account or subscription that the account itself sees, up to 10 000 characters.
public record AdditionalInformation(String text) {

    public AdditionalInformation {
        text = Text.lines(text, 10_000);
    }
}
