package org.wirt.engine.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;

/// A process of the node that runs by itself: found by the number it has written down, and by a word of its command
/// line, because that number may be somebody else's by now.
///
/// @param number file with the number of its process
/// @param word   what stands in its command line and in no other's
record Daemon(String name, Path number, String word) {

    private static final int TRIES = 20;
    private static final long LARGE = 50_000_000;

    boolean isRunning() {
        return process().isPresent();
    }

    Optional<ProcessHandle> process() {
        try {
            // PostgreSQL writes more below it.
            var pid = Files.readString(number).strip().lines().findFirst().orElse("");
            return ProcessHandle.of(Long.parseLong(pid)).filter(this::isThisOne);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Asked for by its words: the program itself may have been replaced.
    private boolean isThisOne(ProcessHandle process) {
        try {
            return process.isAlive()
                    && Files.readString(
                                    Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                                    StandardCharsets.ISO_8859_1)
                            .contains(word);
        } catch (IOException _) {
            return false;
        }
    }

    /// Puts a log aside that has grown beyond 50 MB, in place of the one before.
    ///
    /// @return whether it did, and the server has to begin a new one
    static boolean putAside(Path log) throws IOException {
        if (Files.notExists(log) || Files.size(log) < LARGE) return false;
        Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /// The same for a server that keeps its log open and adds to its end: it goes on in the emptied one.
    static void copyAside(Path log) throws IOException {
        if (Files.notExists(log) || Files.size(log) < LARGE) return;
        Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(log, new byte[0], StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /// Makes a folder that nobody but root gets into: what is written in it tells of all customers, and scripts of each
    /// run on this machine.
    static void closed(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /// @param group whose members get through as well
    static void closed(Path folder, String group) throws IOException {
        Files.createDirectories(folder);
        Command.of("chgrp", group, folder.toString()).run();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x---"));
    }

    /// Deletes a folder. What a server that ends takes away by itself meanwhile is not missed.
    static void erase(Path folder) throws IOException {
        for (int i = 1; i < TRIES; i++) {
            try {
                FileSystemUtils.deleteRecursively(folder);
                return;
            } catch (NoSuchFileException _) {
                // Once more for what is left.
            }
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /// @return whether it was another text before
    static boolean write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) return false;
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return true;
    }

    static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(Daemon.class.getResourceAsStream("/node/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
