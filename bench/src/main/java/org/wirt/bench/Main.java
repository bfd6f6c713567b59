package org.wirt.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.wirt.database.Database;
import org.wirt.database.DatabaseSettings;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.hosting.ServicePasswords;

/// Measures complete answers of a running panel with many customers against PostgreSQL alone and a static file, in one
/// run.
public final class Main {

    private static final int PORT = 25_432;

    private Main() {}

    /// Arguments: the numbers of customers to measure with, 100000 and 1000000 unless given. With WIRT_BENCH_KEEP the
    /// loaded data is kept in that folder and measured again the next time.
    public static void main(String[] arguments) throws Exception {
        var sizes = arguments.length == 0 ? List.of(100_000L, 1_000_000L) : numbers(arguments);
        var report = new Report();
        report.say("# Figures of " + LocalDate.now(ZoneOffset.UTC));
        report.say("");
        report.say("Machine: " + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch") + ", JDK " + Runtime.version() + "; load average before the run "
                + Files.readString(Path.of("/proc/loadavg")).strip() + "; panel, database and reader share the cores. "
                + "Command: `./wirt bench" + (arguments.length == 0 ? "" : " " + String.join(" ", arguments)) + "`.");
        for (var customers : sizes) measure(customers, report);
        report.write(Path.of("bench", "results", LocalDate.now(ZoneOffset.UTC) + ".md"));
    }

    private static void measure(long customers, Report report) throws Exception {
        var kept = System.getenv("WIRT_BENCH_KEEP");
        if (kept != null) {
            measure(Files.createDirectories(Path.of(kept)).resolve("home-" + customers), customers, report);
            return;
        }
        var folder = Files.createTempDirectory("wirt-bench");
        try {
            measure(folder.resolve("home"), customers, report);
        } finally {
            delete(folder);
        }
    }

    private static void measure(Path home, long customers, Report report) throws Exception {
        long start = System.nanoTime();
        var size = Load.Size.of(customers);
        var loaded = !Files.exists(home);
        if (loaded) load(home, size);
        report.say("");
        report.say("## " + size.customers() + " customers, " + size.resellers() + " resellers, " + size.subscriptions()
                + " subscriptions and domains ("
                + (loaded ? "loaded in " + (System.nanoTime() - start) / 1_000_000_000 + " s)" : "loaded before)"));
        try (var panel = Panel.start(command(), jar().resolveSibling(""), home.toAbsolutePath(), PORT)) {
            var secret = Files.readString(home.resolve("secrets").resolve("database-app"))
                    .strip();
            var url = "jdbc:postgresql://127.0.0.1:" + PORT + "/wirt";
            var all = Files.readString(home.resolve("secrets").resolve("database-superuser"))
                    .strip();
            try (var app = DriverManager.getConnection(url, "wirt_app", secret);
                    var owner = DriverManager.getConnection(url, "postgres", all)) {
                new Measurement(panel, new BareSql(app), size, report).run();
                new Darkness(owner, size, report).run();
            }
        }
    }

    private static void load(Path path, Load.Size size) throws Exception {
        var settings = DatabaseSettings.from(
                new Settings(name -> name.equals("WIRT_DATABASE_PORT") ? Integer.toString(PORT) : null));
        try (var home = Home.open(path);
                var database = Database.open(settings, home)) {
            var superuser = database.superuser().orElseThrow();
            try (var connection = DriverManager.getConnection(database.url(), superuser.user(), superuser.password())) {
                var hash =
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(Panel.PASSWORD);
                var hosting = home.folder("hosting").resolve("bench");
                Files.createDirectories(hosting.resolve("httpdocs"));
                new Load(connection)
                        .run(size, String.valueOf(hash), hosting, new ServicePasswords().hash(Panel.PASSWORD));
            }
        }
    }

    /// The panel as `./wirt run` starts it: the same jar, JDK and flags (the launcher gave them to this measurement
    /// too),
    /// the trained cache where there is one.
    private static List<String> command() throws Exception {
        var jar = jar();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        var cache = jar.resolveSibling("../wirt.aot").normalize();
        if (Files.exists(cache)) command.add("-XX:AOTCache=" + cache);
        command.addAll(List.of("-jar", String.valueOf(jar.getFileName())));
        return command;
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(org.wirt.Wirt.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static List<Long> numbers(String[] arguments) {
        var numbers = new ArrayList<Long>();
        for (var argument : arguments) numbers.add(Long.parseLong(argument));
        return numbers;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
