package org.wirt.database;

import java.util.Optional;

/// Which PostgreSQL the panel uses, and how many connections it keeps to it.
///
/// @param port        where the embedded server listens, loopback only (`WIRT_DATABASE_PORT`)
/// @param connections size of the pool (`WIRT_DATABASE_CONNECTIONS`)
/// @param nodes       from where hosting nodes reach the embedded server, encrypted (`WIRT_NODES_FROM`); absent: this
///     machine alone
/// @param external    set when somebody else runs the server; absent: the embedded one
public record DatabaseSettings(int port, int connections, Optional<AddressRanges> nodes, Optional<External> external) {

    private static final int PORT = 15432;
    private static final int CONNECTIONS = 16;

    /// Without hosting nodes on other machines.
    public DatabaseSettings(int port, int connections, Optional<External> external) {
        this(port, connections, Optional.empty(), external);
    }

    /// @param url   JDBC address (`WIRT_DATABASE_URL`)
    /// @param owner migrates (`WIRT_DATABASE_OWNER_USER`, `WIRT_DATABASE_OWNER_PASSWORD`)
    /// @param app   runs the panel (`WIRT_DATABASE_USER`, `WIRT_DATABASE_PASSWORD`)
    public record External(String url, Login owner, Login app) {}

    public static DatabaseSettings from(Settings settings) {
        return new DatabaseSettings(
                settings.port("WIRT_DATABASE_PORT", PORT),
                settings.number("WIRT_DATABASE_CONNECTIONS", CONNECTIONS),
                settings.text(AddressRanges.SETTING).map(AddressRanges::parse),
                settings.text("WIRT_DATABASE_URL").map(url -> external(url, settings)));
    }

    private static External external(String url, Settings settings) {
        if (!url.startsWith("jdbc:postgresql:"))
            throw new StartRefused("WIRT_DATABASE_URL must begin with jdbc:postgresql:");
        return new External(
                url,
                new Login(
                        settings.text("WIRT_DATABASE_OWNER_USER", Login.OWNER),
                        required(settings, "WIRT_DATABASE_OWNER_PASSWORD")),
                new Login(
                        settings.text("WIRT_DATABASE_USER", Login.APP), required(settings, "WIRT_DATABASE_PASSWORD")));
    }

    private static String required(Settings settings, String name) {
        return settings.text(name).orElseThrow(() -> new StartRefused(name + " must be set with WIRT_DATABASE_URL"));
    }
}
