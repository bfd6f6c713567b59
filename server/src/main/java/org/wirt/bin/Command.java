package org.wirt.bin;

/// What a utility can do.
///
/// @param name   without dashes
/// @param letter its short form; empty: none
/// @param does   a sentence for the list of commands
record Command(String name, String letter, String does, Run run) {

    interface Run {
        Output of(Line line, Speaker speaker);
    }
}
