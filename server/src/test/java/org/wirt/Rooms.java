package org.wirt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.ApplicationModule;

/// The rooms as their `package-info` files declare them.
final class Rooms {

    private static final Path SOURCES = Path.of("src/main/java/org/wirt");

    private Rooms() {}

    /// @param meaning the sentence at the head of the room
    /// @param uses what it declares to stand on
    record Room(String name, String meaning, Set<String> uses) {}

    static List<Room> all() {
        try (var folders = Files.list(SOURCES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("package-info.java")))
                    .map(Rooms::room)
                    .sorted(java.util.Comparator.comparing(Room::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Room room(Path folder) {
        var name = folder.getFileName().toString();
        try {
            var declared = Class.forName("org.wirt." + name + ".package-info").getAnnotation(ApplicationModule.class);
            if (declared == null) throw new AssertionError("Room " + name + " declares no allowedDependencies");
            return new Room(name, meaning(folder), new TreeSet<>(List.of(declared.allowedDependencies())));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("Room " + name + " is not compiled", e);
        }
    }

    /// The first sentence of the comment, up to its first colon or full stop.
    private static String meaning(Path folder) {
        try (var lines = Files.lines(folder.resolve("package-info.java"))) {
            var text = lines.takeWhile(line -> line.startsWith("///"))
                    .map(line -> line.substring(3).strip())
                    .collect(Collectors.joining(" "));
            var end = text.indexOf(". ");
            return (end < 0 ? text : text.substring(0, end + 1)).replaceAll("[`*.]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
