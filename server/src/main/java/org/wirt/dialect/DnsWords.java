package org.wirt.dialect;

import org.wirt.hosting.DnsRecord;

/// Records of zones in the words of the dialect, which writes names with a dot at their end.
public final class DnsWords {

    private DnsWords() {}

    /// A whole name is taken as well as one within the domain.
    public static String relative(String host, String domain) {
        var whole = domain + ".";
        if (host.equalsIgnoreCase(whole)) return "";
        boolean within = host.endsWith("." + whole);
        return within ? host.substring(0, host.length() - whole.length() - 1) : host;
    }

    public static String host(DnsRecord record) {
        return (record.relative().isEmpty() ? record.host() : record.relative() + "." + record.host()) + ".";
    }

    public static String value(DnsRecord record) {
        boolean name = switch (record.type()) {
            case CNAME, NS, MX, PTR -> !record.value().endsWith(".");
            case A, AAAA, TXT, SRV, CAA, HTTPS, TLSA, DS -> false;
        };
        return record.value() + (name ? "." : "");
    }

    /// The priority of records that have one.
    public static String option(DnsRecord record) {
        return record.type().hasPriority() ? String.valueOf(record.priority()) : "";
    }
}
