package org.wirt.value;

/// What a web hook is called, 1 to 100 characters.
public record WebHookName(String text) {

    public WebHookName {
        text = Text.requiredLine(text, 100);
    }
}
