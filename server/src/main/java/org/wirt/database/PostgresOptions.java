package org.wirt.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the embedded PostgreSQL is set: nothing is lost at a power cut, and nobody but this machine and its nodes
/// reaches it.
final class PostgresOptions {

    /// The role that the logins of all nodes belong to.
    static final String NODES = "wirt_nodes";

    /// In the folder of its data.
    static final String KEY = "wirt-key.pem";

    static final String CHAIN = "wirt-certificate.pem";

    private PostgresOptions() {}

    /// Who comes in besides those of this machine: hosting nodes, encrypted, each as its own login.
    static String access(Optional<AddressRanges> nodes) {
        return nodes.map(AddressRanges::ranges).orElse(List.of()).stream()
                .map(range -> "hostssl wirt +" + NODES + " " + range + " scram-sha-256\n")
                .collect(Collectors.joining());
    }

    /// The text of the file that `postgresql.conf` includes; written anew at each start.
    ///
    /// @param nodes from where hosting nodes reach it
    static String text(int port, Path log, Optional<AddressRanges> nodes) {
        var options = new LinkedHashMap<String, String>();
        boolean beyond = nodes.filter(ranges -> !ranges.areLoopback()).isPresent();
        options.put("listen_addresses", beyond ? "*" : "127.0.0.1");
        if (nodes.isPresent()) {
            options.put("ssl", "on");
            options.put("ssl_cert_file", CHAIN);
            options.put("ssl_key_file", KEY);
            options.put("ssl_min_protocol_version", "TLSv1.3");
        }
        options.put("port", Integer.toString(port));
        options.put("unix_socket_directories", "");
        options.put("fsync", "on");
        options.put("synchronous_commit", "on");
        options.put("full_page_writes", "on");
        options.put("password_encryption", "scram-sha-256");
        // Hosting nodes follow by logical replication. One that stays away for good must not fill the disk.
        options.put("wal_level", "logical");
        options.put("max_slot_wal_keep_size", "8GB");
        options.put("max_connections", "100");
        options.put("shared_buffers", "256MB");
        options.put("work_mem", "16MB");
        options.put("maintenance_work_mem", "128MB");
        options.put("max_wal_size", "2GB");
        options.put("random_page_cost", "1.1");
        options.put("timezone", "UTC");
        options.put("log_timezone", "UTC");
        options.put("lc_messages", "C");
        // Written by the server's own collector: what starts it must not stay attached to its output.
        options.put("logging_collector", "on");
        options.put("log_directory", log.toString());
        options.put("log_filename", "postgresql-%a.log");
        options.put("log_rotation_age", "1d");
        options.put("log_truncate_on_rotation", "on");
        return lines(options);
    }

    private static String lines(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + " = '" + option.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }
}
