package org.wirt.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address that a browser can open: http or https, without username, up to 2000 characters, as it is sent
/// (RFC 3986). One without a scheme is meant as http. International names are kept in ASCII letters, other letters by
/// their bytes.
public record WebAddress(String text) {

    public static final int LONGEST = 2_000;

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#@:\\[\\]]+|\\[[^]]+])(:\\d{1,5})?([/?#].*)?");
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}+");
    private static final int LAST_PORT = 65_535;

    public WebAddress {
        var typed = Text.requiredLine(text, LONGEST);
        var parts = PARTS.matcher(SCHEME.matcher(typed).matches() ? typed : "http://" + typed);
        if (!parts.matches()) throw new InvalidValue("web-address-form");
        var name = parts.group(2);
        var host = PLAIN.matcher(name).matches() ? name.toLowerCase(Locale.ROOT) : new DomainName(name).ascii();
        var port = parts.group(3) == null ? "" : parts.group(3);
        var rest = parts.group(4) == null ? "" : parts.group(4);
        var uri = uri(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + port + rest);
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LAST_PORT)
            throw new InvalidValue("web-address-form");
        text = Text.atMost(LONGEST, uri.toASCIIString());
    }

    /// A name as servers write it, or an address of the network.
    public String host() {
        return uri(text).getHost();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw new InvalidValue("web-address-form");
        }
    }
}
