package org.wirt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What the panel said about its verbs, kept for the completion of words: for each panel, token and language apart,
/// readable for the caller alone.
record Kept(Path file) {

    private static final Duration GOOD = Duration.ofDays(1);

    static Kept of(Credentials credentials, Surroundings around, Texts t) {
        var whose = credentials.url() + "\n" + credentials.token() + "\n" + t.language();
        var name = UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8)) + ".json";
        return new Kept(around.folder("XDG_CACHE_HOME", ".cache").resolve(name));
    }

    Optional<String> fresh() {
        try {
            if (Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(GOOD))) return Optional.empty();
            return Optional.of(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// A folder that cannot be written costs only the memory.
    void keep(String body) {
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var fresh = Files.createTempFile(folder, "verbs", "");
            Files.writeString(fresh, body);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // Asked for again the next time.
        }
    }
}
