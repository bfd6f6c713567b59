package org.wirt.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Names that nobody has, close to one that somebody has: what would be another question where a name is put into
/// one, what stands for any name, and what is too long.
public final class Junk {

    private static final int LONG = 900;

    private Junk() {}

    /// What a server answers to each of these lines, said by somebody who has just connected. All at once: after a
    /// refusal a server may wait.
    public static List<String> answers(Connecting connecting, List<String> lines) throws IOException {
        var clients = new ArrayList<Dialogue>();
        try {
            for (var line : lines) {
                var client = connecting.connect();
                clients.add(client);
                client.write(line);
            }
            var answers = new ArrayList<String>();
            for (var client : clients) answers.add(client.reply());
            return answers;
        } finally {
            for (var client : clients) client.close();
        }
    }

    /// Somebody new, who has been greeted.
    public interface Connecting {

        Dialogue connect() throws IOException;
    }

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
