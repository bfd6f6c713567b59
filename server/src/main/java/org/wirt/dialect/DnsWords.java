package org.wirt.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wirt.hosting.DerivedRecord;
import org.wirt.hosting.DnsRecord;

/// Records of zones in the words of the dialect, which writes names with a dot at their end.
public final class DnsWords {

    /// Types whose value is a name.
    private static final Set<String> NAMING = Set.of("CNAME", "NS", "MX", "PTR");

    private DnsWords() {}

    /// A whole name is taken as well as one within the domain.
    ///
    /// @throws Failed where it is a whole name of another domain
    public static String relative(String host, String domain) {
        var whole = domain + ".";
        if (host.equalsIgnoreCase(whole)) return "";
        int left = host.length() - whole.length() - 1;
        if (left > 0 && host.regionMatches(true, left, "." + whole, 0, whole.length() + 1))
            return host.substring(0, left);
        if (host.endsWith(".")) throw Failed.invalid("The host " + host + " is not within " + domain + ".");
        return host;
    }

    /// What is said of a record beside its name, as input of the deed: the option stands before the value in a zone's
    /// file, and is the priority, of SRV also weight and port, of CAA flags and tag.
    ///
    /// @param option empty: it is not said
    /// @param value  without the option, or with all of it but the priority
    /// @throws Failed where records of that type have none
    public static Map<String, String> said(String type, String option, String value) {
        var words = List.of(option.strip().split("\\s+", -1));
        if (option.isBlank()) return Map.of("value", value);
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "MX" -> Map.of("priority", option.strip(), "value", value);
            case "SRV" ->
                words.size() == 1
                        ? Map.of("priority", words.getFirst(), "value", value)
                        : Map.of(
                                "priority",
                                words.getFirst(),
                                "value",
                                String.join(" ", words.subList(1, words.size())) + " " + last(value));
            case "CAA" -> Map.of("value", option.strip() + " " + last(value));
            default -> throw Failed.invalid("A record of type " + type + " has no opt.");
        };
    }

    private static String last(String value) {
        var words = value.strip().split("\\s+", -1);
        return words[words.length - 1];
    }

    static ZoneRecords.Told told(DnsRecord record) {
        var host = record.relative().isEmpty() ? record.host() : record.relative() + "." + record.host();
        return new ZoneRecords.Told(
                record.id(),
                record.siteId(),
                record.type().name(),
                host + ".",
                value(record.type().name(), record.value()),
                record.type().hasPriority() ? String.valueOf(record.priority()) : "",
                record.ttl(),
                true);
    }

    /// What the servers say by themselves: before the name of a mail server stands its priority.
    static ZoneRecords.Told told(long id, DerivedRecord record) {
        int blank = record.type().equals("MX") ? record.content().indexOf(' ') : -1;
        return new ZoneRecords.Told(
                id,
                record.site(),
                record.type(),
                record.name() + ".",
                value(record.type(), record.content().substring(blank + 1)),
                record.content().substring(0, Math.max(0, blank)),
                record.ttl(),
                false);
    }

    private static String value(String type, String value) {
        return NAMING.contains(type) && !value.endsWith(".") ? value + "." : value;
    }
}
