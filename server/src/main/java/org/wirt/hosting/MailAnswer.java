package org.wirt.hosting;

import java.util.List;
import java.util.Optional;

/// What a mailbox answers by itself, as the node's views tell it: only while it is to.
///
/// @param names   its address first, then its other names
/// @param subject none: that of the message, after `Auto:`
/// @param html    whether the text is a page of HTML
public record MailAnswer(List<String> names, Optional<String> subject, String text, boolean html) {

    public MailAnswer {
        names = List.copyOf(names);
    }

    public String address() {
        return names.getFirst();
    }

    @Override
    public String toString() {
        return "MailAnswer[" + address() + "]";
    }
}
