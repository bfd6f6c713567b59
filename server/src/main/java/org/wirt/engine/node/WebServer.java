package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirt.database.Command;
import org.wirt.hosting.Service;
import org.wirt.hosting.SitePages;

/// The web server of a hosting node: Debian's nginx, which asks the node's database at each request whose a host is.
/// Its settings are written when the node is set up; no customer stands in them.
final class WebServer implements NodeServer {

    /// For each worker, of which there is one for each processor.
    private static final int MOST = 16384;

    private final Path folder;
    private final Path sockets;
    private final Tls tls;
    private final Port port;
    private final Port encrypted;
    private final Unit unit;

    WebServer(Path folder, Path sockets, Tls tls, Port port, Port encrypted) {
        this.folder = folder;
        this.sockets = sockets;
        this.tls = tls;
        this.port = port;
        this.encrypted = encrypted;
        this.unit = Unit.of(
                folder.resolveSibling(""),
                "nginx",
                new Daemon(
                        "The web server",
                        folder.resolve("nginx.pid"),
                        settings().toString()),
                nginx("-g", "daemon off;").words());
    }

    @Override
    public String name() {
        return "web server";
    }

    @Override
    public List<String> packages() {
        return List.of("nginx-core", "libnginx-mod-http-lua");
    }

    @Override
    public List<Crowd> crowds() {
        var workers = Runtime.getRuntime().availableProcessors();
        return List.of(new Crowd(Service.WEB, List.of(port, encrypted), MOST * workers, 0));
    }

    @Override
    public List<Unit> units() {
        return List.of(unit);
    }

    @Override
    public void install() throws IOException {
        Daemon.closed(folder, NodeHomes.WEB_GROUP);
        boolean changed = Daemon.write(folder.resolve("postgres.lua"), Daemon.resource("web/postgres.lua"));
        changed |= Daemon.write(folder.resolve("connections.lua"), Daemon.resource("web/connections.lua"));
        changed |= Daemon.write(folder.resolve("certificates.lua"), Daemon.resource("web/certificates.lua"));
        changed |= Daemon.write(folder.resolve("sites.lua"), Daemon.resource("web/sites.lua"));
        changed |= Daemon.write(folder.resolve("script.conf"), Daemon.resource("web/script.conf"));
        changed |= Daemon.write(folder.resolve("init.lua"), beginning());
        changed |= Template.of("web/nginx.conf")
                .with("folder", folder)
                .with("most", MOST)
                .with("listen", listen(port, "") + " " + listen(encrypted, " ssl http2"))
                .with("key", tls.key())
                .with("chain", tls.chain())
                .into(settings());
        nginx("-t", "-q").run();
        if (changed) stop();
    }

    /// With a send buffer that is small: what the kernel holds for a slow visitor is what he still gets after the end.
    private static String listen(Port port, String encryption) {
        var how = encryption + " default_server sndbuf=64k;";
        var four = "listen " + port.number() + how;
        return Port.hasIpv6() ? four + " listen [::]:" + port.number() + how : four;
    }

    /// What it writes about visits, for whoever brings it to the customers: the subscription's number stands first.
    Path visits() {
        return folder.resolve("visits.log");
    }

    /// Makes it write into a new file (nginx: USR1).
    void reopen() throws IOException {
        if (isRunning()) nginx("-s", "reopen").run();
    }

    @Override
    public List<Port> ports() {
        return List.of(port, encrypted);
    }

    @Override
    public void erase() throws IOException {
        unit.erase();
        Daemon.erase(folder);
    }

    @Override
    public String where() {
        return "ports " + port.number() + " and " + encrypted.number();
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
                sites.init("%s", "%s/php", "%s", {
                  [404] = { de = %s, en = %s },
                  [503] = { de = %s, en = %s },
                  frame = %s,
                })
                """.formatted(
                        NodePostgres.socket(sockets),
                        sockets,
                        tls.secret(),
                        quoted(SitePages.notFound("de")),
                        quoted(SitePages.notFound("en")),
                        quoted(SitePages.unavailable("de")),
                        quoted(SitePages.unavailable("en")),
                        quoted(SitePages.FRAME));
    }

    /// In Lua's long brackets the first line break is dropped.
    private static String quoted(String text) {
        return "[==[\n" + text + "]==]";
    }
}
