package org.wirt.engine.node;

import java.nio.file.Path;
import java.util.List;

/// A process of the node that is this very program again, with little memory.
final class OwnProcess {

    /// In the command line of each, and in no other's.
    static final String WORD = "org.wirt.engine.Node";

    private OwnProcess() {}

    /// @param what as `./wirt node` calls it; its log is named after it too
    static List<String> words(String what) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=logback-agent.xml",
                "-Dwirt.process=" + what,
                "-cp",
                System.getProperty("java.class.path"),
                WORD,
                what);
    }
}
