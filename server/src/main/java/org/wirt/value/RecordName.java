package org.wirt.value;

import java.util.ArrayList;

/// What a record of the DNS is about, relative to its domain, in ASCII; empty is the domain itself. A first label `*`
/// stands for everything that has no record of its own (RFC 4592).
public record RecordName(String text) {

    /// @param text also `@` for the domain itself, letters of any script, any case, with or without the root's dot
    public RecordName {
        var typed = Text.line(text, 1_000);
        text = typed.isEmpty() || typed.equals("@") ? "" : ascii(typed);
        if (text.length() > 253) throw new InvalidValue("too-long", 253, text.length());
    }

    private static String ascii(String typed) {
        var labels = new ArrayList<String>();
        try {
            for (var label :
                    DomainName.DOTS.split(typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed, -1)) {
                labels.add(labels.isEmpty() && label.equals("*") ? label : DomainLabel.ofRecord(label));
            }
        } catch (InvalidValue _) {
            throw new InvalidValue("record-name-form");
        }
        return String.join(".", labels);
    }

    public boolean isDomainItself() {
        return text.isEmpty();
    }

    public boolean isForAll() {
        return text.equals("*") || text.startsWith("*.");
    }

    /// Whoever writes the whole name means the same.
    ///
    /// @param host the domain in ASCII
    public RecordName within(String host) {
        if (text.equals(host)) return new RecordName("");
        return text.endsWith("." + host) ? new RecordName(text.substring(0, text.length() - host.length() - 1)) : this;
    }

    /// The whole name in ASCII.
    public String in(String host) {
        return text.isEmpty() ? host : text + "." + host;
    }
}
