package org.wirt.engine.node;

import java.util.List;
import java.util.stream.Collectors;

/// What of the panel's tables a hosting node is sent: the columns its servers need, and where rows belong to a node,
/// the rows of this one alone. Every node answers the DNS of every domain: it is sent all zones with their records, and
/// name and address of all nodes. No secret is in them, whoever asks a name server is told the same.
///
/// @param columns the replica identity is among them
/// @param whose   the columns that say whose a row is; none: every node is sent all rows
record Published(String table, List<String> columns, List<String> whose) {

    private static final List<String> EVERYBODYS = List.of();
    private static final List<String> ITS_OWN = List.of("node_id");

    static final List<Published> ALL = List.of(
            new Published(
                    "account", List.of("id", "provider_id", "kind", "reasons", "dark_mail", "expires_at"), EVERYBODYS),
            new Published(
                    "subscription",
                    List.of(
                            "id",
                            "node_id",
                            "customer_id",
                            "reseller_id",
                            "name",
                            "unix_uid",
                            "home",
                            "expires_at",
                            "reasons",
                            "dark_mail",
                            "limits",
                            "overuse"),
                    ITS_OWN),
            new Published(
                    "site",
                    List.of(
                            "id",
                            "node_id",
                            "subscription_id",
                            "host",
                            "docroot",
                            "mail_folder",
                            "disabled",
                            "reasons",
                            "released",
                            "redirect_to",
                            "redirect_mode",
                            "mail_off"),
                    ITS_OWN),
            new Published(
                    "ftp_login",
                    List.of(
                            "id",
                            "node_id",
                            "subscription_id",
                            "login",
                            "password_hash",
                            "directory",
                            "released",
                            "changed",
                            "keys"),
                    ITS_OWN),
            new Published(
                    "mailbox",
                    List.of(
                            "id",
                            "node_id",
                            "site_id",
                            "subscription_id",
                            "local",
                            "folder",
                            "password_hash",
                            "quota",
                            "changed",
                            "answer_subject",
                            "answer_text",
                            "answer_html",
                            "answer_until",
                            "answer_off",
                            "off"),
                    ITS_OWN),
            new Published("certificate", List.of("site_id", "node_id", "chain", "key"), ITS_OWN),
            new Published(
                    "forward",
                    List.of("id", "node_id", "site_id", "subscription_id", "local", "targets", "keep", "alias"),
                    ITS_OWN),
            new Published(
                    "dns_record",
                    List.of("id", "node_id", "site_id", "host", "name", "type", "value", "priority", "ttl"),
                    EVERYBODYS),
            new Published("zone", List.of("site_id", "host", "node_id", "customer_id", "gone", "moving"), EVERYBODYS),
            new Published("node", List.of("id", "address", "name_server"), EVERYBODYS),
            new Published("node_mark", List.of("node_id", "mark"), ITS_OWN),
            new Published(
                    "relocation",
                    List.of(
                            "subscription_id",
                            "from_node",
                            "to_node",
                            "unix_uid",
                            "home",
                            "step",
                            "attempt",
                            "host",
                            "port",
                            "from_certificate",
                            "to_certificate"),
                    List.of("from_node", "to_node")));

    private String list() {
        return String.join(", ", columns);
    }

    /// As it stands in a publication.
    String publication(long node) {
        return "wirt." + table + " (" + list() + ")" + (whose.isEmpty() ? "" : " where (" + rows(node) + ")");
    }

    private String rows(long node) {
        return whose.isEmpty()
                ? "true"
                : whose.stream().map(column -> column + " = " + node).collect(Collectors.joining(" or "));
    }

    static String publications(long node) {
        return ALL.stream().map(one -> one.publication(node)).collect(Collectors.joining(", "));
    }

    /// What the node's role may read of it, for the first copy: no column and no row more than it is sent.
    List<String> grants(long node, String role) {
        var policy = "node_" + node;
        return List.of(
                "grant select (" + list() + ") on wirt." + table + " to " + role,
                "drop policy if exists " + policy + " on wirt." + table,
                "create policy " + policy + " on wirt." + table + " for select to " + role + " using (" + rows(node)
                        + ")");
    }
}
