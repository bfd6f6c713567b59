package org.wirt.bin;

/// Facts about one object, one on each line, whatever is in them.
final class Sheet {

    private final StringBuilder text = new StringBuilder();

    Sheet row(String label, String value) {
        text.append(String.format("%-32s%s%n", label + ":", value.replaceAll("\\p{Cntrl}+", " ")));
        return this;
    }

    Output about(String name) {
        text.append("\nSUCCESS: Gathering information for '").append(name).append("' completed.\n");
        return Output.printed(text.toString());
    }
}
