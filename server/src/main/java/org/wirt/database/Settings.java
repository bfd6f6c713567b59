package org.wirt.database;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The words the panel was started with (`WIRT_…`), each looked up by its name; the seed of every `…Settings` record.
/// A Spring `Environment` fits (`new Settings(environment::getProperty)`), and so does `System::getenv`.
///
/// @param lookup the value of a name, or null where nobody set it
public record Settings(Function<String, @Nullable String> lookup) {

    private static final int LAST_PORT = 65_535;

    public Optional<String> text(String name) {
        return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public int number(String name, int otherwise) {
        return text(name).map(value -> whole(name, value)).orElse(otherwise);
    }

    /// Zero means any free port, for tests.
    public int port(String name, int otherwise) {
        var port = number(name, otherwise);
        if (port < 0 || port > LAST_PORT) throw new StartRefused(name + " is not a port number: " + port);
        return port;
    }

    private static int whole(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new StartRefused(name + " is not a whole number: " + value);
        }
    }
}
