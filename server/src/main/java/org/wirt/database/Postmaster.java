package org.wirt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the file `postmaster.pid` says: the process that holds, or held, a data folder of PostgreSQL.
record Postmaster(Path file, long pid) {

    static Optional<Postmaster> of(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) return Optional.empty();
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(line -> new Postmaster(file, Long.parseLong(line)));
    }

    /// False when the process is gone, or its number now belongs to another program (common in containers).
    boolean isPostgres() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(Path::of)
                .filter(program -> program.endsWith("postgres"))
                .isPresent();
    }
}
