package org.wirt.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// An address of the internet, IPv4 in four numbers or IPv6 in its one short spelling (RFC 5952).
public record IpAddress(String text) {

    private static final Pattern FOUR = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int GROUPS = 8;

    public IpAddress {
        var typed = Text.requiredLine(text, 100);
        text = FOUR.matcher(typed).matches() ? typed : six(typed);
    }

    public boolean isSix() {
        return text.indexOf(':') >= 0;
    }

    private static String six(String typed) {
        try {
            // What is no address is never looked up: the form is checked first.
            if (SIX.matcher(typed).matches() && InetAddress.ofLiteral(typed) instanceof Inet6Address address)
                return written(address.getAddress());
        } catch (IllegalArgumentException _) {
            // As any other text that is none.
        }
        throw new InvalidValue("address-form");
    }

    /// The longest run of noughts is left out, the first where two are as long, and never a single one.
    private static String written(byte[] bytes) {
        var groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) groups[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
        int start = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = run(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        if (length == 1) return joined(groups, 0, GROUPS);
        return joined(groups, 0, start) + "::" + joined(groups, start + length, GROUPS);
    }

    private static int run(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) end++;
        return end - start;
    }

    private static String joined(int[] groups, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) text.append(':');
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
