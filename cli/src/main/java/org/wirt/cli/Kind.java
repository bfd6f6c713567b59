package org.wirt.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the panel lists, where, and by which of its fields people call one. What is not here is told by its number.
///
/// @param of      the kinds of what it lies in; empty: the panel lists all
/// @param name    the field of a row that people say
/// @param columns of the table for people
enum Kind {
    CUSTOMER(
            List.of(),
            "/customers",
            "username",
            "id",
            "username",
            "contactName",
            "company",
            "email",
            "status",
            "subscriptions"),
    RESELLER(
            List.of(),
            "/resellers",
            "username",
            "id",
            "username",
            "contactName",
            "company",
            "email",
            "status",
            "subscriptions"),
    SUBSCRIPTION(List.of(), "/subscriptions", "name", "id", "name", "subscriber", "plan", "status", "expires"),
    SITE(List.of(), "/sites", "host", "id", "host", "subscription", "subscriber", "status"),
    PLAN(List.of(), "/plans", "name", "id", "kind", "name", "bound"),
    AUDIT(List.of(), "/audit", "", "at", "actor", "verb", "object", "name", "outcome"),
    USER(
            List.of("customer", "reseller"),
            "/users",
            "username",
            "id",
            "username",
            "contactName",
            "email",
            "role",
            "active"),
    MAILBOX(List.of("subscription"), "/mailboxes", "address", "id", "address", "quota"),
    FORWARD(List.of("subscription"), "/forwards", "address", "id", "address", "targets", "keep"),
    FTP(List.of("subscription"), "/ftp-users", "username", "id", "username", "directory", "main"),
    DNS(List.of("site"), "/dns", "", "id", "name", "type", "value", "priority", "ttl");

    private final List<String> of;
    private final String path;
    private final String name;
    private final List<String> columns;

    Kind(List<String> of, String path, String name, String... columns) {
        this.of = of;
        this.path = path;
        this.name = name;
        this.columns = List.of(columns);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }

    /// Whose number a deed wants that makes one of a kind; empty: the account of the caller's provider.
    static List<String> parents(String kind) {
        return switch (kind) {
            case "customer", "reseller", "plan" -> List.of("reseller");
            case "subscription", "user" -> List.of("customer", "reseller");
            case "site", "dns" -> List.of("subscription");
            default -> of(kind).map(Kind::in).orElse(List.of());
        };
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String path() {
        return path;
    }

    List<String> in() {
        return of;
    }

    String called() {
        return name;
    }

    List<String> columns() {
        return columns;
    }

    /// Whether the panel gives it page by page, with filters.
    boolean isPaged() {
        return of.isEmpty() && this != PLAN;
    }

    /// Whether one alone can be asked for.
    boolean hasPage() {
        return of.isEmpty() && this != AUDIT;
    }
}
