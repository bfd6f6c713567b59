package org.wirt.engine.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirt.database.Command;

/// Debian's packages. Their daemons are kept from starting by themselves: Wirt starts them with settings of its own.
final class Packages {

    /// Asked by every package that would start a daemon; 101 says no (policy-rc.d specification of Debian's sysvinit).
    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");

    private static final Path LOCK = Path.of("/run/lock/wirt-packages");

    private static final Path SYSTEMD = Path.of("/usr/bin/systemctl");

    /// What Debian would start with the machine, by the package that brings it.
    private static final Map<String, String> SERVICES = Map.of(
            "postgresql-15",
            "postgresql",
            "nginx-core",
            "nginx",
            "php8.2-fpm",
            "php8.2-fpm",
            "proftpd-core",
            "proftpd",
            "postfix",
            "postfix",
            "dovecot-core",
            "dovecot",
            "pdns-server",
            "pdns");

    private Packages() {}

    static List<String> missing(List<String> wanted) {
        return wanted.stream()
                .filter(name -> !Command.of("dpkg-query", "-s", name).succeeds())
                .toList();
    }

    /// What Wirt brought is started by Wirt alone, also after the machine was: else Debian's nginx would have the
    /// port and show its own page for every host.
    private static void atBoot(List<String> names) throws IOException {
        for (var name : names) {
            var service = SERVICES.get(name);
            if (service == null) continue;
            if (Files.exists(Path.of("/etc/init.d", service)))
                Command.of("update-rc.d", service, "disable").run();
            // A unit and no script: with its files alone, because systemd may not run.
            else if (Files.exists(SYSTEMD))
                Command.of(SYSTEMD.toString(), "--root=/", "disable", service + ".service")
                        .run();
        }
    }

    /// Installs those that are missing. By one at a time: dpkg itself would refuse the other.
    static void install(List<String> wanted) throws IOException {
        if (missing(wanted).isEmpty()) return;
        try (var file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var _ = file.lock();
            var names = missing(wanted);
            if (!names.isEmpty()) installAlone(names);
        }
    }

    private static void installAlone(List<String> names) throws IOException {
        boolean mine = Files.notExists(POLICY);
        if (mine) {
            Files.writeString(POLICY, "#!/bin/sh\nexit 101\n");
            Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try {
            Command.of("apt-get", "update", "-qq").run();
            var words = new ArrayList<>(List.of(
                    "env",
                    "DEBIAN_FRONTEND=noninteractive",
                    "apt-get",
                    "install",
                    "-y",
                    "-qq",
                    // The machine's own updates may be under way.
                    "-o",
                    "DPkg::Lock::Timeout=300",
                    "--no-install-recommends"));
            words.addAll(names);
            new Command(words).run();
            atBoot(names);
        } finally {
            if (mine) Files.deleteIfExists(POLICY);
        }
    }
}
