package org.wirt.engine;

import java.util.List;

/// Names that nobody has, close to one that somebody has: what would be another question where a name is put into
/// one, what stands for any name, and what is too long.
public final class Junk {

    private static final int LONG = 900;

    private Junk() {}

    public static List<String> near(String name) {
        return List.of(
                name + "'",
                name + "' --",
                "x' or '1'='1",
                "x' or lower('" + name + "') = '" + name + "' --",
                "x\\' or 1=1 --",
                "x%' or '1'='1",
                "'||'" + name,
                name + "\\",
                "\\" + name,
                "\"" + name + "\"",
                "%" + name.substring(1),
                "_" + name.substring(1),
                "*" + name.substring(1),
                "%s%n%x%U",
                "${" + name + "}",
                "$(id)",
                "../" + name,
                "ü" + name,
                "x".repeat(LONG) + name);
    }
}
