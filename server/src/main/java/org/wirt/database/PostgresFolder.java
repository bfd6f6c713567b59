package org.wirt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the embedded PostgreSQL lives: `postgresql` in the data home. Where root must let a system user run it, that
/// user could not reach it there (the home, and mostly its parents, are closed), so the name then leads to a folder
/// outside.
final class PostgresFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresFolder.class);

    private static final String NAME = "postgresql";
    private static final Path OUTSIDE = Path.of("/var/lib/wirt-postgres");

    private PostgresFolder() {}

    /// What the first start chose stays, even when the machine changes its mind about user namespaces.
    static Path in(Home home) throws IOException {
        var inside = home.path().resolve(NAME);
        if (Files.notExists(inside) && PostgresUser.mustBeSystemUser()) {
            Files.createDirectories(OUTSIDE);
            Files.setPosixFilePermissions(OUTSIDE, PosixFilePermissions.fromString("rwxr-xr-x"));
            // Random: a home that was deleted and made again must not meet the database of the old one.
            var outside =
                    Files.createDirectory(OUTSIDE.resolve(UUID.randomUUID().toString()));
            Files.createSymbolicLink(inside, outside);
            LOG.info("The database lies in {}, where its system user can reach it", outside);
        }
        return home.folder(NAME).toRealPath();
    }
}
