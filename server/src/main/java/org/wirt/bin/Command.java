package org.wirt.bin;

import java.util.Set;

/// What a utility can do.
///
/// @param name   without dashes
/// @param letter its short form; empty: none
/// @param does   a sentence for the list of commands
/// @param takes  options that mean something to it; any other is refused, because nothing would come of it
/// @param named  whether it is about one that is named; else a name is refused
record Command(String name, String letter, String does, Set<String> takes, boolean named, Run run) {

    interface Run {
        Output of(Line line, Speaker speaker);
    }

    /// About one that is named.
    Command(String name, String letter, String does, Set<String> takes, Run run) {
        this(name, letter, does, takes, true, run);
    }

    /// One without options.
    Command(String name, String letter, String does, Run run) {
        this(name, letter, does, Set.of(), run);
    }

    /// The same about nobody in particular.
    Command ofNone() {
        return new Command(name, letter, does, takes, false, run);
    }
}
