package org.wirt.value;

import java.util.ArrayList;
import java.util.regex.Pattern;

/// A name in the DNS with at least two labels, at most 253 characters in its ASCII form, which is what is kept.
/// Letters of other scripts are written by IDNA 2008 (RFC 5891), so that straße.de is not strasse.de.
public record DomainName(String ascii) {

    static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    /// @param ascii any spelling: letters of any script or `xn--`, any case, with or without the root's dot
    public DomainName {
        var typed = Text.requiredLine(ascii, 1_000);
        var labels = new ArrayList<String>();
        for (var label : DOTS.split(typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed, -1)) {
            labels.add(DomainLabel.ascii(label));
        }
        // A name whose last label is a number is an address to every browser: WHATWG URL, "ends in a number".
        if (labels.size() < 2 || NUMBER.matcher(labels.getLast()).matches()) throw new InvalidValue("domain-form");
        ascii = String.join(".", labels);
        if (ascii.length() > 253) throw new InvalidValue("too-long", 253, ascii.length());
    }

    /// The name as people read it.
    public String display() {
        var labels = new ArrayList<String>();
        for (var label : DOTS.split(ascii, -1)) labels.add(DomainLabel.display(label));
        return String.join(".", labels);
    }

    /// Whether this name lies within the other: www.a.example within a.example. No name lies within itself.
    public boolean isBelow(DomainName other) {
        return ascii.endsWith("." + other.ascii);
    }
}
