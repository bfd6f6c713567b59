package org.wirt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// One migration: the room in its name, and the tables it makes.
record Migration(String room, String sql) {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V\\d{4}__([a-z]+)(_[a-z_0-9]+)?\\.sql");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\s*create table (?:if not exists )?wirt\\.(\\w+)");

    static List<Migration> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Migration::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration read(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) throw new AssertionError(file + " is not named V00NN__<room>_<what>.sql");
        try {
            return new Migration(name.group(1), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> tables() {
        return TABLE.matcher(sql).results().map(found -> found.group(1)).toList();
    }
}
