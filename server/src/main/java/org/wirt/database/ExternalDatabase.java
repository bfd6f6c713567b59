package org.wirt.database;

import java.sql.SQLException;
import org.wirt.database.DatabaseSettings.External;

/// A PostgreSQL that somebody else runs. What it lacks is said before anything is changed in it; how its administrator
/// prepares it stands in `docs/howto/run-wirt.md`.
final class ExternalDatabase {

    /// The oldest release that Wirt is tested with.
    private static final int RELEASE = 18;

    private ExternalDatabase() {}

    /// @throws StartRefused in one line, naming the setting to look at
    static void require(External external) {
        requireRelease(external.url(), external.owner(), "WIRT_DATABASE_OWNER_USER", "WIRT_DATABASE_OWNER_PASSWORD");
        requireRelease(external.url(), external.app(), "WIRT_DATABASE_USER", "WIRT_DATABASE_PASSWORD");
    }

    private static void requireRelease(String url, Login login, String user, String password) {
        try (var connection = Bootstrap.connect(url, login)) {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < RELEASE)
                throw new StartRefused("WIRT_DATABASE_URL is a PostgreSQL " + server.getDatabaseProductVersion()
                        + "; Wirt needs " + RELEASE + " or newer");
        } catch (SQLException e) {
            throw new StartRefused("The database of WIRT_DATABASE_URL does not let " + login.user() + " in (" + user
                    + ", " + password + "): " + e.getMessage());
        }
    }
}
