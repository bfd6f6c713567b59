package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {

    @TempDir
    private Path folder;

    /// As ProFTPD keeps it.
    @Test
    void aServerThatKeepsItsLogOpenGoesOnInTheEmptiedOne() throws IOException {
        var log = folder.resolve("error.log");
        var size = 50_000_000;
        try (var server = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            server.write("before\n".getBytes(StandardCharsets.UTF_8));
            Daemon.copyAside(log);
            assertThat(log).as("not large yet").hasContent("before");
            try (var grown = new RandomAccessFile(log.toFile(), "rw")) {
                grown.setLength(size);
            }
            Daemon.copyAside(log);
            server.write("after\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(log).hasContent("after");
        assertThat(folder.resolve("error.log.1")).hasSize(size);
    }
}
