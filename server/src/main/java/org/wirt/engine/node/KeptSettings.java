package org.wirt.engine.node;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import java.util.stream.Collectors;
import org.wirt.database.Settings;

/// What a node was set up with, so that its other commands need not be told again. What they are told holds all the
/// same.
record KeptSettings(Path file) {

    /// Those that are given, and where they are silent what is kept.
    Settings beneath(Settings given) {
        var kept = read();
        return new Settings(name -> given.text(name).orElseGet(() -> kept.getProperty(name)));
    }

    private Properties read() {
        var kept = new Properties();
        if (Files.notExists(file)) return kept;
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param names of the settings there are
    void keep(Settings settings, Collection<String> names) throws IOException {
        Daemon.write(
                file,
                names.stream()
                        .sorted()
                        .flatMap(name ->
                                settings
                                        .text(name)
                                        .map(value -> name + "=" + value.replace("\\", "\\\\") + "\n")
                                        .stream())
                        .collect(Collectors.joining()));
    }
}
