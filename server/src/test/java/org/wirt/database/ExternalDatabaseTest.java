package org.wirt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirt.database.DatabaseSettings.External;

class ExternalDatabaseTest {

    private final Database server = TestDatabase.database();

    @Test
    void isUsedAsItIsAndNotStopped(@TempDir Path folder) throws Exception {
        try (var home = Home.open(folder);
                var database = Database.open(settings(server.url(), server.owner(), server.app()), home)) {
            assertThat(database.url()).isEqualTo(server.url());
            assertThat(database.superuser()).isEmpty();
        }
        try (var connection = Bootstrap.connect(server.url(), server.app())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void saysWhoseLoginIsRefusedAndWhichSettingToLookAt() {
        var wrong = new Login("wirt_app", "wrong");
        assertThatThrownBy(() -> ExternalDatabase.require(new External(server.url(), server.owner(), wrong)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not let wirt_app in (WIRT_DATABASE_USER, WIRT_DATABASE_PASSWORD)")
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        var nobody = "jdbc:postgresql://127.0.0.1:" + TestDatabase.freePort() + "/wirt";
        assertThatThrownBy(() -> ExternalDatabase.require(new External(nobody, server.owner(), server.app())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("refused");
    }

    private static DatabaseSettings settings(String url, Login owner, Login app) {
        return new DatabaseSettings(0, 1, Optional.of(new External(url, owner, app)));
    }
}
