package org.wirt.value;

import java.util.ArrayList;

/// The whole name that a record of the DNS points to, in ASCII without the root's dot, at most 253 characters.
public record TargetName(String ascii) {

    /// @param ascii letters of any script, any case, with or without the root's dot
    public TargetName {
        var typed = Text.requiredLine(ascii, 1_000);
        var labels = new ArrayList<String>();
        try {
            for (var label :
                    DomainName.DOTS.split(typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed, -1))
                labels.add(DomainLabel.ofRecord(label));
        } catch (InvalidValue _) {
            throw new InvalidValue("target-form");
        }
        // An address is no name; one label alone is mostly meant to be within the domain, and would not be.
        if (labels.size() < 2 || DomainName.NUMBER.matcher(labels.getLast()).matches())
            throw new InvalidValue("target-form");
        ascii = String.join(".", labels);
        if (ascii.length() > 253) throw new InvalidValue("too-long", 253, ascii.length());
    }
}
