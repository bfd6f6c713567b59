package org.wirt.bin;

/// Facts about one object, one on each line.
final class Sheet {

    private final StringBuilder text = new StringBuilder();

    Sheet row(String label, String value) {
        text.append(String.format("%-32s%s%n", label + ":", value));
        return this;
    }

    Output about(String name) {
        text.append("\nSUCCESS: Gathering information for '").append(name).append("' completed.\n");
        return Output.printed(text.toString());
    }
}
