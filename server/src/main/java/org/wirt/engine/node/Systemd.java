package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirt.database.Command;

/// The node's units where systemd runs: it starts them with the machine and again when they have ended, and ends with
/// each what that has started.
final class Systemd {

    private static final Path RUNS = Path.of("/run/systemd/system");
    private static final Path UNITS = Path.of("/etc/systemd/system");
    private static final Path USUAL = Path.of("/var/lib/wirt-node");

    private Systemd() {}

    /// Whether it does on this machine (sd_booted(3)).
    static boolean runs() {
        return Files.isDirectory(RUNS);
    }

    /// Of a unit's file: `wirt-nginx.service`. A node in an unusual place has names of its own, so that several may be
    /// on one machine.
    static String file(Path home, String name) {
        var node = home.equals(USUAL) ? "" : Integer.toHexString(home.toString().hashCode()) + "-";
        return "wirt-" + node + name;
    }

    private static String service(Unit unit) {
        return file(unit.home(), unit.name() + ".service");
    }

    private static String target(Path home) {
        return file(home, "node.target");
    }

    private static String folders(Path home) {
        return file(home, "folders.service");
    }

    static String text(Unit unit) {
        var home = unit.home();
        var first = unit.name().equals(NodePostgres.UNIT) ? "" : " " + file(home, NodePostgres.UNIT + ".service");
        return """
                [Unit]
                Description=Wirt: %s
                PartOf=%s
                Requires=%s
                After=%3$s%s network-online.target
                Wants=network-online.target
                # Nobody else would start it again: never give up.
                StartLimitIntervalSec=0

                [Service]
                Type=%s
                ExecStart=%s
                %sWorkingDirectory=%s
                Restart=always
                RestartSec=1
                # So a JVM ends that was asked to.
                SuccessExitStatus=143
                KillMode=mixed
                KillSignal=SIG%s
                TimeoutStopSec=60
                LimitNOFILE=65536
                StandardOutput=append:%s
                StandardError=inherit

                [Install]
                WantedBy=%2$s
                """.formatted(
                        unit.daemon().name(),
                        target(home),
                        folders(home),
                        first,
                        unit.notifies() ? "notify" : "exec",
                        line(unit.words()),
                        unit.environment().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(one -> "Environment=" + quoted(one.getKey() + "=" + one.getValue()) + "\n")
                                .collect(Collectors.joining()),
                        path(home),
                        unit.signal(),
                        path(unit.log()));
    }

    /// All of them, and what starts them with the machine.
    static String target() {
        return """
                [Unit]
                Description=Wirt: hosting node

                [Install]
                WantedBy=multi-user.target
                """;
    }

    /// Makes the folders where servers meet: they do not outlive the machine's run.
    static String folders(NodeSettings node) {
        var home = node.home();
        return """
                [Unit]
                Description=Wirt: folders of the hosting node
                PartOf=%s
                After=local-fs.target
                RequiresMountsFor=%s

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=%s
                Environment=%s
                """.formatted(
                        target(home), path(home), line(OwnProcess.words("folders")), quoted("WIRT_NODE_HOME=" + home));
    }

    private static String line(List<String> words) {
        return words.stream().map(Systemd::quoted).collect(Collectors.joining(" "));
    }

    /// As a command line and an environment are read (systemd.service(5), systemd.syntax(7)).
    private static String quoted(String word) {
        return "\""
                + word.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "$$")
                        .replace("%", "%%") + "\"";
    }

    private static String path(Path path) {
        return path.toString().replace("%", "%%");
    }

    static void start(Unit unit) throws IOException {
        write(UNITS.resolve(service(unit)), text(unit));
        systemctl("enable", "--quiet", service(unit));
        systemctl("start", service(unit));
    }

    static void stop(Unit unit) throws IOException {
        if (Files.exists(UNITS.resolve(service(unit)))) systemctl("stop", service(unit));
    }

    static void erase(Unit unit) throws IOException {
        erase(service(unit));
    }

    /// What all of the node's units need.
    static void write(NodeSettings node) throws IOException {
        var home = node.home();
        write(UNITS.resolve(folders(home)), folders(node));
        write(UNITS.resolve(target(home)), target());
    }

    /// With the machine from now on. Its units are started already, one after the other.
    static void enable(Path home) throws IOException {
        systemctl("enable", "--quiet", target(home));
        systemctl("start", "--no-block", target(home));
    }

    /// Not with the machine any more.
    static void disable(Path home) throws IOException {
        if (Files.exists(UNITS.resolve(target(home)))) systemctl("disable", "--quiet", target(home));
    }

    static void stopTarget(Path home) throws IOException {
        if (Files.exists(UNITS.resolve(target(home)))) systemctl("stop", target(home), folders(home));
    }

    static void erase(Path home) throws IOException {
        for (var name : List.of(target(home), folders(home))) erase(name);
    }

    private static void erase(String name) throws IOException {
        var file = UNITS.resolve(name);
        if (Files.notExists(file)) return;
        systemctl("disable", "--quiet", "--now", name);
        Files.delete(file);
        systemctl("daemon-reload");
    }

    private static void write(Path file, String text) throws IOException {
        if (Daemon.write(file, text)) systemctl("daemon-reload");
    }

    private static void systemctl(String... words) throws IOException {
        var all = new ArrayList<>(List.of("systemctl"));
        all.addAll(List.of(words));
        new Command(all).run();
    }
}
