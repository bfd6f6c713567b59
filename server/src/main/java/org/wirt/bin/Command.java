package org.wirt.bin;

import java.util.Set;

/// What a utility can do.
///
/// @param name   without dashes
/// @param letter its short form; empty: none
/// @param does   a sentence for the list of commands
/// @param takes  options that mean something to it; any other is refused, because nothing would come of it
record Command(String name, String letter, String does, Set<String> takes, Run run) {

    interface Run {
        Output of(Line line, Speaker speaker);
    }

    /// One without options.
    Command(String name, String letter, String does, Run run) {
        this(name, letter, does, Set.of(), run);
    }
}
