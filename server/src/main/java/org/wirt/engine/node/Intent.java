package org.wirt.engine.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Whether the node is meant to run. Whoever starts or stops its servers holds its lock meanwhile, so that the keeper
/// starts nothing that a command is about to change.
record Intent(Path folder) {

    boolean isToRun() {
        return Files.exists(mark());
    }

    void run() throws IOException {
        Files.createDirectories(folder);
        if (!isToRun()) Files.createFile(mark());
    }

    void rest() throws IOException {
        Files.deleteIfExists(mark());
    }

    /// Waits for it.
    Alone alone() throws IOException {
        var file = open();
        return new Alone(file, file.lock());
    }

    /// Empty: somebody else has it.
    Optional<Alone> aloneNow() throws IOException {
        var file = open();
        var lock = file.tryLock();
        if (lock != null) return Optional.of(new Alone(file, lock));
        file.close();
        return Optional.empty();
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private Path mark() {
        return folder.resolve("runs");
    }

    /// The lock as long as it is held.
    record Alone(FileChannel file, FileLock lock) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
