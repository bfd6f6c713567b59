package org.wirt.access;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.wirt.database.DatabaseSettings;
import org.wirt.database.Home;
import org.wirt.database.Login;
import org.wirt.database.Settings;

/// `./wirt admin-link`: prints a link by which the administrator sets a new password, good for 24 hours. Wirt must be
/// running; whoever can read its home may do this.
public final class AdminLink {

    private static final String MAKE = "insert into wirt.one_time_link (token_hash, login_id, expires_at) "
            + "select ?, login_id, now() + interval '24 hours' from wirt.credentials(?)";

    private AdminLink() {}

    public static void main(String[] arguments) throws IOException {
        var settings = new Settings(System::getenv);
        var database = DatabaseSettings.from(settings);
        var url = database.external()
                .map(DatabaseSettings.External::url)
                .orElse("jdbc:postgresql://127.0.0.1:" + database.port() + "/wirt");
        var token = Token.random();
        try (var connection = connection(settings, database, url);
                var statement = connection.prepareStatement(MAKE)) {
            statement.setBytes(1, token.hash());
            statement.setString(2, FirstAdministrator.USERNAME);
            statement.executeUpdate();
        } catch (SQLException e) {
            System.err.println(
                    "Wirt's database does not answer at " + url + ": start Wirt first (./wirt run). " + e.getMessage());
            System.exit(1);
        }
        System.out.println(FirstAdministrator.line(
                settings.text("WIRT_BIND", "127.0.0.1"), settings.number("WIRT_HTTP_PORT", 8880), token));
    }

    private static java.sql.Connection connection(Settings settings, DatabaseSettings database, String url)
            throws IOException, SQLException {
        var external = database.external();
        if (external.isPresent()) {
            return DriverManager.getConnection(
                    url, external.get().app().user(), external.get().app().password());
        }
        var secret = Files.readString(Home.from(settings).resolve("secrets").resolve("database-app"))
                .strip();
        return DriverManager.getConnection(url, Login.APP, secret);
    }
}
