package org.wirt.web;

import java.util.regex.Pattern;
import org.wirt.access.Level;

/// Which entry of the navigation a page belongs to, where its address does not say so.
final class Areas {

    private static final Pattern DEED = Pattern.compile("/bulk/([a-z]+)\\..*");

    private Areas() {}

    /// The address of the entry; the page's own where there is nothing to translate.
    static String of(String path, Level level) {
        var deed = DEED.matcher(path);
        if (deed.matches()) return level == Level.CUSTOMER ? own(deed.group(1)) : listed(deed.group(1));
        if (path.startsWith("/audit") || path.startsWith("/messages") || path.startsWith("/notifications"))
            return "/tools";
        if (level != Level.RESELLER && level != Level.CUSTOMER && path.startsWith("/users")) return "/customers";
        if (path.startsWith("/subscriptions/") && level == Level.CUSTOMER) return of(path.split("/"));
        if (path.startsWith("/mailboxes/") || path.startsWith("/forwards/"))
            return level == Level.CUSTOMER ? "/mail" : "/subscriptions";
        if (path.startsWith("/dns/")) return level == Level.CUSTOMER ? "/dns" : "/subscriptions";
        if (path.startsWith("/sites/")) return level == Level.CUSTOMER ? "/websites" : "/subscriptions";
        if (path.startsWith("/nodes")) return "/tools";
        if (path.startsWith("/ftp/") && level != Level.CUSTOMER) return "/subscriptions";
        return path;
    }

    private static String listed(String object) {
        return switch (object) {
            case "site" -> "/domains";
            case "ftp", "mailbox", "forward", "dns" -> "/subscriptions";
            case "user" -> "/customers";
            default -> "/" + object + "s";
        };
    }

    private static String own(String object) {
        return switch (object) {
            case "ftp" -> "/ftp";
            case "mailbox", "forward" -> "/mail";
            case "dns" -> "/dns";
            case "user" -> "/users";
            default -> "/websites";
        };
    }

    /// `/subscriptions/7/mailboxes/new`
    private static String of(String[] steps) {
        return own(
                steps.length < 4
                        ? ""
                        : switch (steps[3]) {
                            case "ftp" -> "ftp";
                            case "mailboxes", "forwards" -> "mailbox";
                            case "dns" -> "dns";
                            default -> "site";
                        });
    }
}
