package org.wirt.database;

import java.util.List;
import java.util.regex.Pattern;

/// Networks, each as its first address and the number of bits that are the same in all of it (RFC 4632): `10.0.0.0/24`.
public record AddressRanges(List<String> ranges) {

    static final String SETTING = "WIRT_NODES_FROM";

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}/([12]?\\d|3[0-2])");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{2,39}/(\\d{1,2}|1[01]\\d|12[0-8])");

    public AddressRanges {
        ranges = List.copyOf(ranges);
    }

    /// Whether they are this machine alone (RFC 1122, 3.2.1.3).
    boolean areLoopback() {
        return ranges.stream().allMatch(range -> range.startsWith("127."));
    }

    /// @param text several parted by commas
    static AddressRanges parse(String text) {
        var ranges = List.of(text.strip().split("\\s*,\\s*", -1));
        for (var range : ranges)
            if (!IPV4.matcher(range).matches() && !IPV6.matcher(range).matches())
                throw new StartRefused(SETTING + " is not a list of networks like 10.0.0.0/24: " + text);
        return new AddressRanges(ranges);
    }
}
