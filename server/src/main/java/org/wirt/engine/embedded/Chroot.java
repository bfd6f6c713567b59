package org.wirt.engine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The folder a visitor or login must not leave, by whatever name or link.
///
/// @param folder the home of a subscription, or a folder in it
record Chroot(Path folder) {

    /// Whether a path ends up inside, all links followed. What does not exist yet is judged by the folder it would be
    /// in.
    boolean holds(Path path) {
        try {
            return existing(path.toAbsolutePath().normalize()).startsWith(folder.toRealPath());
        } catch (IOException _) {
            return false;
        }
    }

    private static Path existing(Path path) throws IOException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            var parent = path.getParent();
            if (parent == null || Files.isSymbolicLink(path)) throw e;
            return existing(parent);
        }
    }
}
