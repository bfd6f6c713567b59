package org.wirt.dialect;

import java.util.Map;
import java.util.Set;

/// Operations of the protocol that Wirt has nothing for. They are known, so that a packet with one of them is done but
/// for that.
final class Unsupported {

    private static final Set<String> PACKAGES =
            Set.of("add-package", "remove-package", "enable-aps-filter", "disable-aps-filter");

    private static final Set<String> OF_OBJECTS = Set.of("add", "get", "set", "del");

    static final Map<String, Set<String>> ALL = Map.ofEntries(
            Map.entry("reseller", Set.of("cform-buttons-list")),
            Map.entry(
                    "webspace",
                    Set.of(
                            "cform_buttons_list",
                            "set_traffic",
                            "add-plan-item",
                            "remove-plan-item",
                            "get-changed",
                            "db-servers")),
            Map.entry("service-plan", Set.of("add-plan-item", "remove-plan-item", "db-servers")),
            Map.entry("site", Set.of("cform_buttons_list", "get_traffic", "set_traffic")),
            Map.entry("subdomain", Set.of("set")),
            Map.entry(
                    "server",
                    Set.of(
                            "set",
                            "srv_man",
                            "initial_setup",
                            "set_misc",
                            "get_misc",
                            "del_misc",
                            "add-admin-alias",
                            "set-admin-alias",
                            "del-admin-alias",
                            "reboot",
                            "shutdown",
                            "lic_update",
                            "lic_install",
                            "reset-server")),
            Map.entry(
                    "dns",
                    Set.of(
                            "sync-with-template",
                            "add_to_acl",
                            "remove_from_acl",
                            "set",
                            "switch",
                            "add_master_server",
                            "get_master_server",
                            "del_master_server",
                            "enable",
                            "disable",
                            "enable-remote-dns",
                            "disable-remote-dns",
                            "set-recursion",
                            "get-recursion",
                            "get-supported-recursion")),
            Map.entry("php-handler", Set.of("enable", "disable")),
            Map.entry("locale", Set.of("get-message", "enable", "disable")),
            Map.entry("ui", Set.of("branding-theme-install", "branding-theme-uninstall")),
            Map.entry("log-rotation", Set.of("get", "set", "enable", "disable", "get-status")),
            Map.entry("user", OF_OBJECTS),
            Map.entry("role", OF_OBJECTS),
            Map.entry("webuser", OF_OBJECTS));

    private Unsupported() {}

    static boolean knows(String operator, String operation) {
        return PACKAGES.contains(operation)
                || ALL.getOrDefault(operator, Set.of()).contains(operation);
    }

    /// Whatever it is to be done to.
    static Operation operation() {
        return Operation.of((_, _, results) -> results.accept(no().result()));
    }

    /// Of what is named it is said, and what is named and not there is missing.
    static Operation operation(Filtered objects) {
        return new Operation(
                asked -> {
                    if (isNamed(asked)) Filter.check(asked, objects.kinds());
                },
                (asked, exchange, results) -> {
                    if (!isNamed(asked)) results.accept(no().result());
                    else
                        objects.each(asked, exchange, results, _ -> {
                            throw no();
                        });
                });
    }

    private static boolean isNamed(Element asked) {
        return asked.part("filter").children().stream()
                .anyMatch(node -> !node.name().equals("all"));
    }

    private static Failed no() {
        return new Failed(ErrorNumbers.NOT_SUPPORTED, "This operation is not supported.");
    }
}
