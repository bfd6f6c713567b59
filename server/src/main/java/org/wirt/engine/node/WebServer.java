package org.wirt.engine.node;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;
import org.wirt.database.StartRefused;
import org.wirt.hosting.SitePages;

/// The web server of a hosting node: Debian's nginx, which asks the node's database at each request whose a host is.
/// Its
/// settings are written when the node is set up; no customer stands in them.
final class WebServer {

    static final List<String> PACKAGES = List.of("nginx-core", "libnginx-mod-http-lua");

    private static final String RESOURCES = "/node/web/";
    private static final Pattern HOLDER = Pattern.compile("\\(\\(\"([^\"]+)\",pid=(\\d+)");
    private static final Path IPV6 = Path.of("/proc/net/if_inet6");
    private static final int LOOKS = 100;
    private static final long A_MOMENT = 100_000_000;

    private final Path folder;
    private final Path sockets;
    private final int port;

    WebServer(Path folder, Path sockets, int port) {
        this.folder = folder;
        this.sockets = sockets;
        this.port = port;
    }

    boolean exists() {
        return Files.exists(settings());
    }

    boolean isRunning() {
        return process().isPresent();
    }

    /// Writes its settings. A running one whose settings are others is stopped, to start with these.
    void install() throws IOException {
        Files.createDirectories(folder);
        boolean changed = write("postgres.lua", resource("postgres.lua"));
        changed |= write("sites.lua", resource("sites.lua"));
        changed |= write("init.lua", beginning());
        changed |= write(
                "nginx.conf",
                resource("nginx.conf").replace("{folder}", folder.toString()).replace("{listen}", listen()));
        nginx("-t", "-q").run();
        if (changed) stop();
    }

    private boolean write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        if (Files.exists(file) && Files.readString(file).equals(text)) return false;
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return true;
    }

    /// With a send buffer that is small: what the kernel holds for a slow visitor is what he still gets after the end.
    private String listen() {
        var how = " default_server sndbuf=64k;";
        var four = "listen " + port + how;
        return Files.exists(IPV6) ? four + " listen [::]:" + port + how : four;
    }

    /// @throws StartRefused when something else has the port
    void start() throws IOException {
        if (isRunning()) return;
        taken().ifPresent(why -> {
            throw new StartRefused(why);
        });
        nginx().run();
    }

    /// Running answers are cut: they would go on without anybody who ends them.
    void stop() throws IOException {
        process().ifPresent(ProcessHandle::destroy);
        for (int i = 0; i < LOOKS && isRunning(); i++) LockSupport.parkNanos(A_MOMENT);
        if (isRunning()) throw new IOException("The web server does not end: " + folder.resolve("nginx.pid"));
    }

    /// Why it cannot start.
    Optional<String> taken() {
        if (isRunning()) return Optional.empty();
        try (var _ = new ServerSocket(port)) {
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of("Port " + port + " is taken" + holder() + ". Stop that, or set WIRT_NODE_HTTP_PORT.");
        }
    }

    /// Whether it may read what lies in this folder.
    static boolean reaches(Path hosting) {
        return Command.of("runuser", "-u", "www-data", "--", "test", "-x", hosting.toString())
                .succeeds();
    }

    void erase() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(folder);
    }

    private String holder() {
        try {
            var sockets = Command.of("ss", "-Hltnp", "sport = :" + port).run();
            var found = HOLDER.matcher(sockets);
            return found.find() ? " by " + found.group(1) + " (process " + found.group(2) + ")" : "";
        } catch (IOException _) {
            return "";
        }
    }

    private Optional<ProcessHandle> process() {
        try {
            var pid =
                    Long.parseLong(Files.readString(folder.resolve("nginx.pid")).strip());
            return ProcessHandle.of(pid).filter(this::isThisOne);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A number that is left behind may be somebody else's by now, also another nginx's. Asked for by its words: the
    /// program itself may have been replaced.
    private boolean isThisOne(ProcessHandle process) {
        try {
            return process.isAlive()
                    && Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                            .contains(settings().toString());
        } catch (IOException _) {
            return false;
        }
    }

    private Path settings() {
        return folder.resolve("nginx.conf");
    }

    private Command nginx(String... words) {
        var all = new ArrayList<>(List.of("/usr/sbin/nginx", "-c", settings().toString()));
        all.addAll(List.of("-e", folder.resolve("error.log").toString()));
        all.addAll(List.of(words));
        return new Command(all);
    }

    private String beginning() {
        return """
                sites = require "sites"
                sites.init("%s/.s.PGSQL.5432", {
                  [404] = { de = %s, en = %s },
                  [503] = { de = %s, en = %s },
                })
                """.formatted(
                        sockets,
                        quoted(SitePages.notFound("de")),
                        quoted(SitePages.notFound("en")),
                        quoted(SitePages.unavailable("de")),
                        quoted(SitePages.unavailable("en")));
    }

    /// In Lua's long brackets the first line break is dropped.
    private static String quoted(String text) {
        return "[==[\n" + text + "]==]";
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(WebServer.class.getResourceAsStream(RESOURCES + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
