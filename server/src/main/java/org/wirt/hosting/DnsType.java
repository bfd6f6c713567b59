package org.wirt.hosting;

import java.util.Locale;
import java.util.regex.Pattern;
import org.wirt.value.InvalidValue;
import org.wirt.value.IpAddress;
import org.wirt.value.Manner;
import org.wirt.value.TargetName;

/// What a record of the DNS says, in the order in which people choose.
public enum DnsType {
    A,
    AAAA,
    CNAME,
    MX,
    TXT,
    SRV,
    CAA,
    HTTPS,
    TLSA,
    DS,
    PTR,
    NS;

    private static final int LONGEST_TEXT = 2000;
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final Pattern QUOTED = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"\\s*)+");
    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern SERVICE = Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})\\s+(\\S+)");
    private static final Pattern AUTHORITY =
            Pattern.compile("(0|128)\\s+([a-z0-9]{1,15})\\s+(?:\"([ !#-\\[\\]-~]*)\"" + "|([!#-\\[\\]-~]+))");
    private static final Pattern DIGEST =
            Pattern.compile("(\\d{1,5})\\s+(\\d{1,3})\\s+(\\d{1,3})((?:\\s+[0-9a-fA-F]+)+)");
    private static final int BYTE = 255;
    private static final int LAST_NUMBER = 65_535;
    /// "Not here" in place of a name: RFC 7505, RFC 2782.
    private static final String NOWHERE = ".";

    /// Whether it says which of several is tried first.
    public boolean hasPriority() {
        return this == MX || this == SRV;
    }

    /// What was typed, in its one spelling.
    String value(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) throw new InvalidValue("missing");
        return switch (this) {
            case A -> address(text, false, "dns-address-four");
            case AAAA -> address(text, true, "dns-address-six");
            case CNAME, NS, PTR -> new TargetName(text).ascii();
            case MX -> mailServer(text);
            case TXT -> text(text);
            case SRV -> service(text);
            case CAA -> authority(text);
            case HTTPS -> ServiceBinding.value(text);
            case TLSA -> digest(text, BYTE, "dns-association-form");
            case DS -> digest(text, LAST_NUMBER, "dns-delegation-form");
        };
    }

    private static String address(String text, boolean six, String otherwise) {
        try {
            var address = new IpAddress(text);
            if (address.isSix() == six) return address.text();
        } catch (InvalidValue _) {
            // Told in the words of its type.
        }
        throw new InvalidValue(otherwise);
    }

    /// An address is no name (RFC 1035 3.3.9). Panels whose dialects are spoken take it as the name that it would be.
    private static String mailServer(String text) {
        if (Manner.isHouse()) return target(text);
        try {
            return address(text, false, "target-form");
        } catch (InvalidValue _) {
            return target(text);
        }
    }

    private static String target(String text) {
        return text.equals(NOWHERE) ? NOWHERE : new TargetName(text).ascii();
    }

    /// As it is read in the end: several texts in quotes, as manuals write them, are one.
    private static String text(String typed) {
        if (typed.length() > 2 * LONGEST_TEXT) throw new InvalidValue("too-long", LONGEST_TEXT, typed.length());
        var text = QUOTED.matcher(typed).matches() ? unquoted(typed) : typed;
        if (!PRINTABLE.matcher(text).matches()) throw new InvalidValue("dns-text-form");
        if (text.length() > LONGEST_TEXT) throw new InvalidValue("too-long", LONGEST_TEXT, text.length());
        return text;
    }

    private static String unquoted(String typed) {
        var text = new StringBuilder();
        PART.matcher(typed).results().forEach(part -> text.append(part.group(1).replaceAll("\\\\(.)", "$1")));
        return text.toString();
    }

    private static String service(String typed) {
        var found = SERVICE.matcher(typed);
        if (!found.matches()) throw new InvalidValue("dns-service-form");
        int weight = Integer.parseInt(found.group(1));
        int port = Integer.parseInt(found.group(2));
        if (weight > LAST_NUMBER || port > LAST_NUMBER) throw new InvalidValue("dns-service-form");
        return weight + " " + port + " " + target(found.group(3));
    }

    private static String authority(String typed) {
        var found = AUTHORITY.matcher(typed);
        if (!found.matches() || typed.length() > LONGEST_TEXT) throw new InvalidValue("dns-authority-form");
        var value = found.group(3) == null ? found.group(4) : found.group(3);
        return found.group(1) + " " + found.group(2).toLowerCase(Locale.ROOT) + " \"" + value + "\"";
    }

    /// Three numbers and bytes in hexadecimal digits: RFC 4034 5.3, RFC 6698 2.2.
    ///
    /// @param largest the first number
    private static String digest(String typed, int largest, String otherwise) {
        var found = DIGEST.matcher(typed);
        if (typed.length() > LONGEST_TEXT || !found.matches()) throw new InvalidValue(otherwise);
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(2));
        int third = Integer.parseInt(found.group(3));
        var digits = found.group(4).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (first > largest || second > BYTE || third > BYTE || digits.length() % 2 != 0)
            throw new InvalidValue(otherwise);
        return first + " " + second + " " + third + " " + digits;
    }
}
