package org.wirt.cli;

import java.util.List;
import java.util.Optional;

/// What the panel lists, where, and by which of its fields people call one. What is not here is told by its number.
///
/// @param in      the kinds of what it lies in; empty: the panel lists all
/// @param called  the field of a row that people say; empty: they say the number
/// @param columns of the table for people
record Kind(String word, List<String> in, String path, String called, List<String> columns) {

    static final Kind CUSTOMER = account("customer");
    static final Kind RESELLER = account("reseller");
    static final Kind SUBSCRIPTION = new Kind(
            "subscription",
            List.of(),
            "/subscriptions",
            "name",
            List.of("id", "name", "subscriber", "plan", "status", "expires"));
    static final Kind SITE = new Kind(
            "site", List.of(), "/sites", "host", List.of("id", "host", "subscription", "subscriber", "status"));
    static final Kind PLAN = new Kind("plan", List.of(), "/plans", "name", List.of("id", "kind", "name", "bound"));
    static final Kind ADD_ON = new Kind("add-on", List.of(), "/plans/add-ons", "name", List.of("id", "name"));
    static final Kind AUDIT =
            new Kind("audit", List.of(), "/audit", "", List.of("at", "actor", "verb", "object", "name", "outcome"));

    static final Kind WEB_HOOK = new Kind(
            "web-hook", List.of(), "/web-hooks", "name", List.of("id", "name", "url", "types", "active", "off"));

    private static final List<String> SUBSCRIPTIONS = List.of("subscription");

    static final List<Kind> ALL = List.of(
            CUSTOMER,
            RESELLER,
            SUBSCRIPTION,
            SITE,
            PLAN,
            ADD_ON,
            AUDIT,
            WEB_HOOK,
            new Kind(
                    "user",
                    List.of("customer", "reseller"),
                    "/users",
                    "username",
                    List.of("id", "username", "contactName", "email", "role", "active")),
            new Kind("mailbox", SUBSCRIPTIONS, "/mailboxes", "address", List.of("id", "address", "quota", "disabled")),
            new Kind("forward", SUBSCRIPTIONS, "/forwards", "address", List.of("id", "address", "targets", "keep")),
            new Kind("ftp", SUBSCRIPTIONS, "/ftp-users", "username", List.of("id", "username", "directory", "main")),
            new Kind("dns", List.of("site"), "/dns", "", List.of("id", "name", "type", "value", "priority", "ttl")));

    private static Kind account(String word) {
        return new Kind(
                word,
                List.of(),
                "/" + word + "s",
                "username",
                List.of("id", "username", "contactName", "company", "email", "status", "subscriptions"));
    }

    static Optional<Kind> of(String word) {
        return ALL.stream().filter(kind -> kind.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return ALL.stream().map(Kind::word).toList();
    }

    /// Whose number a deed wants that makes one of a kind; of what a provider has it is his own account.
    static List<String> parents(String kind) {
        return switch (kind) {
            case "customer", "reseller", "plan", "web-hook" -> List.of("reseller");
            case "subscription", "user" -> List.of("customer", "reseller");
            case "site", "dns" -> SUBSCRIPTIONS;
            default -> of(kind).map(Kind::in).orElse(List.of());
        };
    }

    /// Whether the panel gives it page by page, with filters.
    boolean isPaged() {
        return in.isEmpty() && !equals(PLAN) && !equals(ADD_ON) && !equals(WEB_HOOK);
    }

    /// Whether one alone can be asked for.
    boolean hasPage() {
        return in.isEmpty() && !equals(ADD_ON) && !equals(AUDIT) && !equals(WEB_HOOK);
    }
}
