package org.wirt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseContractTest {

    @Test
    void losesNothingAtAPowerCut() throws SQLException {
        try (var connection = TestDatabase.app().getConnection()) {
            assertThat(shown(connection, "fsync")).isEqualTo("on");
            assertThat(shown(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(connection, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws SQLException {
        try (var connection = TestDatabase.app().getConnection()) {
            assertThat(shown(connection, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        try (var connection = TestDatabase.superuser().getConnection()) {
            assertThat(shown(connection, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void rejectsAWrongPasswordOfAnybody() {
        var url = TestDatabase.database().url();
        for (var user : new String[] {"postgres", "wirt_owner", "wirt_app"}) {
            assertThatThrownBy(() ->
                            Bootstrap.connect(url, new Login(user, "wrong")).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void runsThePanelAsARoleThatCannotStepAroundTheRules() throws SQLException {
        try (var connection = TestDatabase.app().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                        + " from pg_roles where rolname = current_user")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void takesOverFromAServerThatAKilledWirtLeftBehind(@TempDir Path folder) throws Exception {
        var settings = new DatabaseSettings(TestDatabase.freePort(), 1, Optional.empty());
        try (var home = Home.open(folder)) {
            Database.open(settings, home);
            var orphan = postmaster(folder);
            try (var database = Database.open(settings, home);
                    var connection = Bootstrap.connect(database.url(), database.app())) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(postmaster(folder)).isNotEqualTo(orphan);
            }
            assertThat(orphan.isPostgres()).isFalse();
        }
    }

    @Test
    void namesThePortThatIsTakenAndItsSetting(@TempDir Path folder) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var home = Home.open(folder)) {
            var settings = new DatabaseSettings(taken.getLocalPort(), 1, Optional.empty());
            assertThatThrownBy(() -> Database.open(settings, home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("WIRT_DATABASE_PORT");
        }
    }

    private static Postmaster postmaster(Path home) throws IOException {
        return Postmaster.of(home.resolve("postgresql/data")).orElseThrow();
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
