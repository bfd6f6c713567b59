package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wirt.database.Command;

/// What a machine must be to become a hosting node.
final class Machine {

    private static final Path RELEASE = Path.of("/etc/os-release");

    private Machine() {}

    /// Why this one cannot. Empty: it can.
    static Optional<String> unfit() {
        if (!isDebian()) return Optional.of("A hosting node needs Debian 12 (bookworm); this is " + name() + ".");
        return isRoot() ? Optional.empty() : Optional.of("A hosting node is set up as root: run it again with sudo.");
    }

    static boolean canBeANode() {
        return unfit().isEmpty();
    }

    private static boolean isRoot() {
        try {
            return Command.of("id", "-u").run().strip().equals("0");
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isDebian() {
        return value("ID").equals("debian") && value("VERSION_ID").equals("12");
    }

    private static String name() {
        var name = value("PRETTY_NAME");
        return name.isEmpty() ? System.getProperty("os.name") : name;
    }

    private static String value(String key) {
        try {
            return Files.readAllLines(RELEASE).stream()
                    .filter(line -> line.startsWith(key + "="))
                    .map(line -> line.substring(key.length() + 1).replace("\"", ""))
                    .findFirst()
                    .orElse("");
        } catch (IOException _) {
            return "";
        }
    }
}
