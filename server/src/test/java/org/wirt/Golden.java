package org.wirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
            assertThat(difference(Files.readAllLines(file), text.lines().toList()))
                    .as("%s is stale. If the change is meant, rewrite it with: ./wirt golden", file)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines that are only in one of both, as a reviewer would see them.
    private static List<String> difference(List<String> before, List<String> now) {
        var difference = new ArrayList<String>();
        before.stream()
                .filter(line -> !now.contains(line))
                .map(line -> "- " + line)
                .forEach(difference::add);
        now.stream()
                .filter(line -> !before.contains(line))
                .map(line -> "+ " + line)
                .forEach(difference::add);
        if (difference.isEmpty() && !before.equals(now)) difference.add("the same lines in another order");
        return difference;
    }
}
