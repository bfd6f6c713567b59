package org.wirt.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a web hook sends to: http or https, without username and fragment, up to 2000 characters. An international
/// name is kept in ASCII letters.
public record WebHookUrl(String text) {

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#@]+?)(:\\d{1,5})?([/?][^#]*)?");
    private static final Pattern PLAIN = Pattern.compile("[\\p{ASCII}]+");
    private static final int LAST_PORT = 65_535;

    public WebHookUrl {
        var parts = PARTS.matcher(Text.requiredLine(text, 2_000));
        if (!parts.matches()) throw new InvalidValue("web-hook-url-form");
        var host = PLAIN.matcher(parts.group(2)).matches()
                ? parts.group(2).toLowerCase(Locale.ROOT)
                : new DomainName(parts.group(2)).ascii();
        var port = parts.group(3) == null ? "" : parts.group(3);
        var rest = parts.group(4) == null ? "" : parts.group(4);
        var uri = uri(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + port + rest);
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LAST_PORT)
            throw new InvalidValue("web-hook-url-form");
        text = Text.atMost(2_000, uri.toASCIIString());
    }

    public URI uri() {
        return uri(text);
    }

    /// A name, or an address without brackets.
    public String host() {
        var host = uri(text).getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw new InvalidValue("web-hook-url-form");
        }
    }
}
