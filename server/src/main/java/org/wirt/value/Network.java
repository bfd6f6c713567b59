package org.wirt.value;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// Addresses that begin alike, as the first of them and the number of bits that are the same in all (RFC 4632):
/// `10.0.0.0/24`. An address alone is a network of one.
public record Network(String text) {

    private static final Pattern BITS = Pattern.compile("\\d{1,3}");
    private static final int BITS_OF_FOUR = 32;
    private static final int BITS_OF_SIX = 128;

    public Network {
        var typed = Text.requiredLine(text, 100);
        int slash = typed.indexOf('/');
        var address = new IpAddress(slash < 0 ? typed : typed.substring(0, slash));
        if (slash >= 0) {
            var bits = typed.substring(slash + 1);
            if (!BITS.matcher(bits).matches()
                    || Integer.parseInt(bits) > (address.isSix() ? BITS_OF_SIX : BITS_OF_FOUR))
                throw new InvalidValue("network-form");
        }
        text = address.text() + (slash < 0 ? "" : typed.substring(slash));
    }

    /// Whether an address begins as this one does. None of the one kind lies in a network of the other.
    public boolean contains(InetAddress address) {
        int slash = text.indexOf('/');
        var start = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        var other = address.getAddress();
        if (other.length != start.length) return false;
        int bits = slash < 0 ? start.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        for (int i = 0; i < bits; i++) if (bit(start, i) != bit(other, i)) return false;
        return true;
    }

    private static int bit(byte[] bytes, int number) {
        return bytes[number / Byte.SIZE] >> (Byte.SIZE - 1 - number % Byte.SIZE) & 1;
    }
}
