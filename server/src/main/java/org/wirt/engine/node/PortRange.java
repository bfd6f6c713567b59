package org.wirt.engine.node;

import java.util.regex.Pattern;
import org.wirt.database.StartRefused;

/// Ports that follow each other, both ends among them.
record PortRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

    /// @param variable the setting it comes from
    static PortRange parse(String text, String variable) {
        var found = FORM.matcher(text);
        if (found.matches()) {
            var range = new PortRange(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
            if (range.first <= range.last && range.last <= 65_535) return range;
        }
        throw new StartRefused(variable + " is a range of ports such as 50000-50999, not " + text);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
