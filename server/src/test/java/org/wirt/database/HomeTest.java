package org.wirt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void isClosedToOtherUsers() throws IOException {
        try (var home = Home.open(folder.resolve("wirt"))) {
            home.secret("word");
            assertThat(permissions(home.path())).isEqualTo("rwx------");
            assertThat(permissions(home.path().resolve("secrets/word"))).isEqualTo("rw-------");
        }
    }

    @Test
    void belongsToOneProcessWhichASecondOneNames() throws IOException {
        try (var _ = Home.open(folder)) {
            assertThatThrownBy(() -> Home.open(folder))
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refused -> assertThat(refused.status()).isEqualTo(3))
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isFreeAgainWhenClosed() throws IOException {
        Home.open(folder).close();
        try (var home = Home.open(folder)) {
            assertThat(home.path()).isEqualTo(folder);
        }
    }

    @Test
    void keepsItsSecretsAndItsCertificate() throws IOException {
        String secret;
        byte[] certificate;
        try (var home = Home.open(folder)) {
            secret = home.secret("word");
            certificate = Files.readAllBytes(home.certificate().file());
        }
        try (var home = Home.open(folder)) {
            assertThat(home.secret("word")).isEqualTo(secret).hasSizeGreaterThan(20);
            assertThat(Files.readAllBytes(home.certificate().file())).isEqualTo(certificate);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
