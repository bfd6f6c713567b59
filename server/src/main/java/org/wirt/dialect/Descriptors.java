package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import org.wirt.plan.Permissions;

/// Which limits, permissions and hosting properties there are.
final class Descriptors {

    private static final List<String> BYTES =
            List.of("disk_space", "disk_space_soft", "max_traffic", "max_traffic_soft", "mbox_quota", "ftp_quota");
    private static final Map<String, String> HOSTING = Map.ofEntries(
            Map.entry("ftp_login", "string"),
            Map.entry("ftp_password", "password"),
            Map.entry("ftp_quota", "bytes"),
            Map.entry("shell", "string"),
            Map.entry("ssl", "boolean"),
            Map.entry("ssl-redirect", "boolean"),
            Map.entry("php", "boolean"),
            Map.entry("php_handler_id", "string"),
            Map.entry("php_served_by_nginx", "boolean"),
            Map.entry("ssi", "boolean"),
            Map.entry("cgi", "boolean"),
            Map.entry("perl", "boolean"),
            Map.entry("python", "boolean"),
            Map.entry("fastcgi", "boolean"),
            Map.entry("webstat", "string"),
            Map.entry("webstat_protected", "boolean"),
            Map.entry("errdocs", "boolean"),
            Map.entry("wuscripts", "boolean"),
            Map.entry("www_root", "string"));

    /// Switches of a folder behind a password.
    static final List<String> OF_LOCATION = List.of("ssl", "nonssl", "cgi");

    private static final String[] PROVIDERS = {"admin", "reseller"};

    private Descriptors() {}

    /// Of subscriptions, and of the plans that they are made by.
    ///
    /// @param of `limit`, `permission` or `physical-hosting`
    static Element of(String of) {
        return of(of, false, PROVIDERS);
    }

    /// Of resellers, whose terms are the administrator's.
    ///
    /// @param of `limit` or `permission`
    static Element ofResellers(String of) {
        return of(of, true, "admin");
    }

    private static Element of(String of, boolean reseller, String... writers) {
        var descriptor = new Element("descriptor");
        switch (of) {
            case "limit" -> {
                for (var name : TermWords.limitNames(reseller)) descriptor.add(limit(name, type(name), writers));
                descriptor.add(limit(TermWords.EXPIRATION, "date", writers));
            }
            case "permission" ->
                TermWords.permissions(Permissions.NONE, reseller)
                        .all("permission")
                        .forEach(one -> descriptor.add(property(
                                one.text("name"),
                                "boolean",
                                String.valueOf(PlanForm.ON.contains(one.text("name"))),
                                "cl_perm__" + one.text("name"),
                                writers)));
            default ->
                HOSTING.keySet().stream()
                        .sorted()
                        .forEach(name -> descriptor.add(property(
                                name,
                                HOSTING.getOrDefault(name, "string"),
                                HostingProperties.USUAL.getOrDefault(name, ""),
                                name,
                                writers)));
        }
        return descriptor;
    }

    private static String type(String limit) {
        return BYTES.contains(limit) ? "bytes" : "int";
    }

    private static Element limit(String name, String type, String... writers) {
        return property(name, type, "-1", "limit__" + name, writers);
    }

    /// What can be said of where a folder is behind its password.
    static Element ofLocation() {
        var descriptor = new Element("descriptor");
        for (var name : OF_LOCATION)
            descriptor.add(property(
                    name, "boolean", String.valueOf(!name.equals("cgi")), name, "admin", "reseller", "client"));
        return descriptor;
    }

    private static Element property(String name, String type, String usual, String label, String... writers) {
        var property =
                new Element("property").add("name", name).add("type", type).add("default-value", usual);
        for (var writer : writers) property.add("writable-by", writer);
        return property.add("label", label);
    }
}
