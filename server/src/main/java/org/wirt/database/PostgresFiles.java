package org.wirt.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of the embedded PostgreSQL, unpacked from the jar into a folder of the data home.
///
/// @param root holds `bin`, `lib` and `share`
record PostgresFiles(Path root) {

    private static final int EXECUTABLE = 0100;

    /// Names the folder, so that a newer Wirt unpacks its own programs beside the old ones.
    private static final String VERSION = "18.6";

    static PostgresFiles in(Path folder) throws IOException {
        var files = new PostgresFiles(folder.resolve(VERSION));
        if (Files.notExists(files.complete())) {
            files.unpack();
            Files.createFile(files.complete());
        }
        return files;
    }

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    private Path complete() {
        return root.resolve("complete");
    }

    private void unpack() throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar);
            }
        }
    }

    private void place(TarArchiveEntry entry, InputStream content) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("unexpected path in the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & EXECUTABLE) != 0) makeExecutable(target);
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true, false)) throw new IOException("cannot make executable: " + file);
    }

    private static InputStream archive() {
        var name = "/postgres-" + system() + "-" + machine() + ".txz";
        var archive = PostgresFiles.class.getResourceAsStream(name);
        if (archive == null)
            throw new StartRefused("Wirt brings no PostgreSQL for this machine (" + system() + ", " + machine()
                    + "); set WIRT_DATABASE_URL to a PostgreSQL of your own");
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String machine() {
        var name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
