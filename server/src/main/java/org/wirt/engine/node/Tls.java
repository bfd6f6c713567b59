package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Certificate;

/// Key and certificate of the node itself, for the servers that serve all customers under one name: self-signed until
/// the administrator puts others in their place.
record Tls(Path folder) {

    Path key() {
        return folder.resolve("key.pem");
    }

    Path chain() {
        return folder.resolve("certificate.pem");
    }

    /// Under which the keys of sites are encrypted.
    Path secret() {
        return folder.resolve("secret");
    }

    /// @param secret the panel's
    void install(String secret) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Certificate.pem(key(), chain());
        Daemon.write(secret(), secret);
    }

    void erase() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
