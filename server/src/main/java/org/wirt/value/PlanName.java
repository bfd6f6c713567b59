package org.wirt.value;

/// What a plan is called, 1 to 100 characters.
public record PlanName(String text) {

    public PlanName {
        text = Text.requiredLine(text, 100);
    }
}
