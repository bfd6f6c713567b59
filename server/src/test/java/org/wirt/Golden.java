package org.wirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Specimens that a reviewer reads: `./wirt golden` rewrites them, every other run compares. A test that keeps one is
/// tagged [#TAG].
public final class Golden {

    public static final String TAG = "golden";

    private static final boolean WRITE = "write".equals(System.getProperty("wirt.golden"));
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /// Compares with a file of the golden folder.
    public static void check(String name, String text) {
        check(FOLDER.resolve(name), text);
    }

    public static void check(Path file, String text) {
        try {
            if (WRITE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
                return;
            }
            assertThat(file)
                    .as("%s is missing; write it with: ./wirt golden", file)
                    .exists();
            assertThat(text)
                    .as("%s is stale. If the change is meant, rewrite it with: ./wirt golden", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
