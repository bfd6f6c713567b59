package org.wirt.dialect;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.access.Sessions;
import org.wirt.database.Home;
import org.wirt.hosting.HoldingsOf;
import org.wirt.hosting.HomeCounts;
import org.wirt.hosting.NodeViews;

/// What is told of the machine and the panel on it: read, not made up. Where Wirt has no such thing, the answer says
/// none.
@Component
class ServerFacts {

    private static final long UNLIMITED = -1;

    private final HomeCounts accounts;
    private final HoldingsOf holdings;
    private final KeptCounts counts;
    private final ActiveCounts actives;
    private final NodeViews nodes;
    private final ScopedTransaction transaction;
    private final Home home;

    ServerFacts(
            HomeCounts accounts,
            HoldingsOf holdings,
            KeptCounts counts,
            ActiveCounts actives,
            NodeViews nodes,
            ScopedTransaction transaction,
            Home home) {
        this.accounts = accounts;
        this.holdings = holdings;
        this.counts = counts;
        this.actives = actives;
        this.nodes = nodes;
        this.transaction = transaction;
        this.home = home;
    }

    /// Wirt has no licence, and nothing is limited by one.
    Element key() {
        var values = new LinkedHashMap<String, Object>();
        values.put("plesk_key_id", "WIRT.00000000.0000");
        values.put("lim_date", UNLIMITED);
        values.put("lim_cl", UNLIMITED);
        values.put("lim_dom", UNLIMITED);
        values.put("can-manage-customers", 1);
        values.put("can-manage-resellers", 1);
        var key = new Element("key");
        values.forEach((name, value) ->
                key.add(new Element("property").add("name", name).add("value", value)));
        return key;
    }

    Element info() {
        return new Element("gen_info")
                .add("server_name", hostName())
                .add("server_guid", guid())
                .add("mode", "standard");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    /// Of this panel: it is where its data is.
    private UUID guid() {
        return UUID.nameUUIDFromBytes(
                (hostName() + " " + home.path().toAbsolutePath()).getBytes(StandardCharsets.UTF_8));
    }

    Element components() {
        var components = new Element("components").add(component("psa", version()));
        components.add(component("java", Runtime.version().toString()));
        return components;
    }

    private static Element component(String name, String version) {
        return new Element("component").add("name", name).add("version", version);
    }

    /// The dialect's number for how new a panel is: that of the panels whose newest protocol is spoken here.
    private static String version() {
        return "18.0.0";
    }

    Element stat(Exchange exchange) {
        var numbers = transaction.read(exchange.scope(), () -> accounts.of(exchange.scope()));
        var all = transaction.read(exchange.scope(), holdings::all);
        var kept = transaction.read(exchange.scope(), counts::all);
        long active = transaction.read(exchange.scope(), actives::sites);
        var objects = new Element("objects")
                .add("clients", numbers.customers() + numbers.resellers())
                .add("domains", all.sites())
                .add("active_domains", active)
                .add("mail_boxes", all.mailboxes())
                .add("mail_redirects", all.forwards())
                .add("mail_groups", 0)
                .add("mail_responders", all.answers())
                .add("web_users", 0);
        objects.add("databases", kept.databases())
                .add("database_users", kept.users())
                .add("problem_clients", numbers.customersDark() + numbers.resellersDark())
                .add("problem_domains", all.sites() - active);
        return new Element("stat")
                .add(objects)
                .add(versions())
                .add(machine())
                .add(load())
                .add(memory("Mem", "mem"))
                .add(memory("Swap", "swap"))
                .add(disks());
    }

    private static Element versions() {
        return new Element("version")
                .add("plesk_name", "psa")
                .add("plesk_version", version())
                .add("plesk_os", release("ID", System.getProperty("os.name", "Linux")))
                .add("plesk_os_version", release("VERSION_ID", System.getProperty("os.version", "")))
                .add("plesk_build", "wirt")
                .add("os_release", System.getProperty("os.version", ""));
    }

    /// As the system calls itself (os-release(5)).
    private static String release(String name, String otherwise) {
        try (var lines = Files.lines(Path.of("/etc/os-release"))) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1).replace("\"", ""))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException _) {
            return otherwise;
        }
    }

    private static Element machine() {
        return new Element("other")
                .add("cpu", Runtime.getRuntime().availableProcessors() + " × " + System.getProperty("os.arch", ""))
                .add("uptime", uptime())
                .add("inside_vz", false);
    }

    /// Seconds since the machine started, or the panel where that is not told (proc(5)).
    private static long uptime() {
        try {
            var text = Files.readString(Path.of("/proc/uptime"));
            return Math.max(1, (long) Double.parseDouble(text.substring(0, text.indexOf(' '))));
        } catch (IOException | RuntimeException _) {
            return 1 + ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
        }
    }

    /// In hundredths.
    private static Element load() {
        var load = new Element("load_avg");
        var numbers = new ArrayList<Double>();
        try {
            for (var number : Files.readString(Path.of("/proc/loadavg")).split(" ", 4))
                if (numbers.size() < 3) numbers.add(Double.valueOf(number));
        } catch (IOException | NumberFormatException _) {
            numbers.clear();
        }
        var names = List.of("l1", "l5", "l15");
        for (int i = 0; i < names.size(); i++)
            load.add(names.get(i), Math.round((i < numbers.size() ? numbers.get(i) : 0) * 100));
        return load;
    }

    /// As the system counts (proc(5), meminfo).
    private static Element memory(String prefix, String node) {
        var found = new LinkedHashMap<String, Long>();
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            lines.forEach(line -> {
                var parts = line.split("[:\\s]+", -1);
                if (parts.length > 1) found.put(parts[0], Long.parseLong(parts[1]) * 1024);
            });
        } catch (IOException | NumberFormatException _) {
            found.put("MemTotal", Runtime.getRuntime().maxMemory());
            found.put("MemFree", Runtime.getRuntime().freeMemory());
        }
        long total = found.getOrDefault(prefix + "Total", 0L);
        long free = found.getOrDefault(prefix + "Free", 0L);
        var memory =
                new Element(node).add("total", total).add("used", total - free).add("free", free);
        if (!node.equals("mem")) return memory;
        return memory.add("shared", found.getOrDefault("Shmem", 0L))
                .add("buffer", found.getOrDefault("Buffers", 0L))
                .add("cached", found.getOrDefault("Cached", 0L));
    }

    private Element disks() {
        var disks = new Element("diskspace");
        store().ifPresent(store -> {
            try {
                disks.add(new Element("device")
                        .add("name", store.name())
                        .add("total", store.getTotalSpace())
                        .add("used", store.getTotalSpace() - store.getUnallocatedSpace())
                        .add("free", store.getUsableSpace()));
            } catch (IOException _) {
                // Then nothing is told of it.
            }
        });
        return disks;
    }

    private Optional<FileStore> store() {
        try {
            return Optional.of(Files.getFileStore(home.path()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    Element interfaces() {
        var interfaces = new Element("interfaces");
        try {
            for (var one : Collections.list(NetworkInterface.getNetworkInterfaces()))
                interfaces.add("interface", one.getName());
        } catch (SocketException _) {
            interfaces.add("interface", "lo");
        }
        return interfaces;
    }

    /// Of the panel's own process, or of its nodes' servers.
    Element services() {
        var serving = nodes.serving();
        boolean dns =
                serving.stream().anyMatch(node -> !nodes.nameServers(node.id()).isEmpty());
        var states = new Element("services_state");
        Map.of("web", "Web server", "smtp", "SMTP server", "ftp", "FTP server", "mail", "IMAP server")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(service -> states.add(service(service.getKey(), service.getValue(), true)));
        return states.add(service("dns", "DNS server", dns));
    }

    private static Element service(String id, String title, boolean running) {
        return new Element("srv").add("id", id).add("title", title).add("state", running ? "running" : "none");
    }

    Element preferences() {
        return new Element("prefs")
                .add("stat_ttl", 3)
                .add("traffic_accounting", 1)
                .add("restart_apache_interval", 0);
    }

    Element shells() {
        return new Element("shells")
                .add(new Element("shell").add("name", "/bin/false").add("path", "/bin/false"));
    }

    /// Minutes.
    Element sessions() {
        return new Element("session_setup").add("login_timeout", Sessions.IDLE.toMinutes());
    }

    /// Scripts of each subscription run under its own number.
    Element isolation() {
        return new Element("site-isolation-config")
                .add(new Element("property").add("name", "php").add("value", "fastcgi"));
    }

    Element updates() {
        return new Element("updates")
                .add("available_update", "")
                .add("available_update_type", "")
                .add("security_updates", false)
                .add("last_installed_update", version())
                .add("install_updates_automatically", false)
                .add("install_third_party_updates", false)
                .add("install_system_package_updates_automatically", false);
    }
}
